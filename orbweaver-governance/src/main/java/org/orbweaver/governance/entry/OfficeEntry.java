package org.orbweaver.governance.entry;

import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.merkle.Hash;

/** What the office itself puts down. */
public sealed interface OfficeEntry extends Entry {
  /** Hash of what it is about. */
  Hash attempt();

  /**
   * Somebody known tried what is not allowed. Written by the intake desk or the executor.
   *
   * @param attempt leaf hash of the payload that was refused
   * @param person who signed it
   * @param attempted its kind
   * @param caseId upon which case, or null
   * @param refusal why, by name
   */
  @Kind("attempt.refused")
  record AttemptRefused(
      Header header,
      Hash attempt,
      String person,
      String attempted,
      @Nullable String caseId,
      String refusal)
      implements OfficeEntry {}
}
