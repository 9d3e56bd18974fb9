package org.orbweaver.governance.preview;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.governance.merkle.Hash;

/** Says what a decision would do. Governance asks; whoever can plan answers. */
@FunctionalInterface
public interface Previewer {
  /**
   * What a decision would do. The same question has the same answer, to the last bit.
   *
   * @throws IllegalArgumentException where the decision names an area or a time that is none
   */
  Answer preview(Question question);

  /**
   * A question.
   *
   * @param caseId the case, or null for a draft
   * @param measure SHA-256 of the decision as its case states it
   * @param decision as it would act upon service
   * @param supersedes ids of decisions that end when it takes effect
   * @param inForce what is decided without it
   * @param timeNs for which it is asked: UTC, nanoseconds since the Unix epoch
   * @param salt 32 bytes that seal the detail
   * @param reveal day on which the detail may be shown, UTC
   */
  record Question(
      @Nullable String caseId,
      Hash measure,
      Decision decision,
      Set<String> supersedes,
      PolicyRules inForce,
      long timeNs,
      byte[] salt,
      LocalDate reveal) {
    public Question {
      supersedes = Set.copyOf(supersedes);
      salt = salt.clone();
    }

    @Override
    public byte[] salt() {
      return salt.clone();
    }
  }

  /**
   * An answer.
   *
   * @param preview what may be public
   * @param detail the lines themselves, which the preview seals with the question's salt
   */
  record Answer(ImpactPreview preview, ImpactDetail detail) {}
}
