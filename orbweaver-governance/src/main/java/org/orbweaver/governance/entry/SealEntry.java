package org.orbweaver.governance.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.merkle.Hash;

/**
 * What is secret for a time, and all the same counted and dated: a {@link
 * org.orbweaver.governance.ledger.SealedContent} put down, and what it was when it is shown.
 */
public sealed interface SealEntry extends Entry {
  /** Which one: commitment to class, salt and content. */
  Hash commitment();

  /**
   * Something is sealed.
   *
   * @param contentClass such as {@code legal-request}
   * @param reveal day on which it is due to be shown, UTC
   * @param caseId to which case it belongs, or null
   */
  @Kind("seal.put")
  record Put(
      Header header,
      Hash commitment,
      String contentClass,
      LocalDate reveal,
      @Nullable String caseId)
      implements SealEntry {}

  /**
   * It is shown to everybody.
   *
   * @param salt 32 bytes, base64
   * @param content base64
   */
  @Kind("seal.opened")
  record Opened(Header header, Hash commitment, String salt, String content) implements SealEntry {}
}
