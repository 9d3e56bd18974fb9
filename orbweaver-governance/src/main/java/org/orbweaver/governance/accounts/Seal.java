package org.orbweaver.governance.accounts;

import java.time.LocalDate;

/**
 * What opens a commitment that stands in the ledger in place of a name, an address or a position.
 * It stays in the store.
 *
 * @param subject what was sealed, such as {@code line:SL-0001}
 * @param contentClass such as {@code line-holder}
 * @param reveal when it is due, UTC
 * @param salt 32 bytes, base64
 * @param content what was sealed
 */
public record Seal(
    String subject, String contentClass, LocalDate reveal, String salt, String content) {
  public Seal {
    Checks.id("what is sealed", subject);
  }
}
