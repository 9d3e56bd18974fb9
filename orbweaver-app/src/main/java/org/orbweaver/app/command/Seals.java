package org.orbweaver.app.command;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.Seal;
import org.orbweaver.governance.accounts.UsageMeter;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.StrictBase64;

/** Commitments that stand in the ledger for what says something about people. */
final class Seals {
  private static final int YEARS = 30;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Seals() {}

  /** Seals a content, keeps what opens it, and gives the commitment. */
  static Hash seal(
      Records records, String subject, String contentClass, String content, long nowNs) {
    byte[] salt = SealedContent.newSalt(RANDOM);
    LocalDate reveal = UsageMeter.day(nowNs).plusYears(YEARS);
    records
        .seals()
        .add(new Seal(subject, contentClass, reveal, StrictBase64.encode(salt), content));
    SealedContent sealed =
        SealedContent.seal(contentClass, reveal, salt, content.getBytes(StandardCharsets.UTF_8));
    return Hash.parse(sealed.commitment());
  }
}
