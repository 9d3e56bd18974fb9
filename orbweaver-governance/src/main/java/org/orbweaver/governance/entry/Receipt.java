package org.orbweaver.governance.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.orbweaver.governance.merkle.Hash;

/**
 * What a requester without an account is given: whoever has it finds the case in the public ledger,
 * and can take the request back. Only its hash is public.
 */
public final class Receipt {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUPS = 5;
  private static final int GROUP = 5;

  private Receipt() {}

  /** A new one: 125 random bits in the digits of Crockford's base 32. */
  public static String make(SecureRandom random) {
    StringBuilder text = new StringBuilder("R");
    for (int group = 0; group < GROUPS; group++) {
      text.append('-');
      for (int i = 0; i < GROUP; i++) {
        text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
      }
    }
    return text.toString();
  }

  /** Its hash, {@code SHA-256("orbweaver-receipt/1\n" || receipt)}. */
  public static Hash hash(String receipt) {
    try {
      return Hash.read(
          MessageDigest.getInstance("SHA-256")
              .digest(("orbweaver-receipt/1\n" + receipt).getBytes(StandardCharsets.UTF_8)),
          0);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java machine lacks SHA-256", e);
    }
  }
}
