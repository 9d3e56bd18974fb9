package org.orbweaver.governance.state;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.merkle.Hash;

/**
 * Something secret of which the ledger has the commitment.
 *
 * @param commitment to class, salt and content
 * @param contentClass what kind of secret
 * @param reveal day on which it is due to be shown, UTC
 * @param caseId to which case it belongs, or null
 * @param by who sealed it
 * @param index of the entry by which it was sealed
 * @param opened index of the entry by which it was shown, or -1
 */
public record SealFacts(
    Hash commitment,
    String contentClass,
    LocalDate reveal,
    @Nullable String caseId,
    String by,
    long index,
    long opened) {
  /** Whether its day has come and nobody has shown it. */
  public boolean isDue(LocalDate today) {
    return opened < 0 && !today.isBefore(reveal);
  }

  /** As it stands in the ledger. */
  SealedContent sealed() {
    return new SealedContent(contentClass, reveal, commitment.toString());
  }

  SealFacts openedBy(long entry) {
    return new SealFacts(commitment, contentClass, reveal, caseId, by, index, entry);
  }
}
