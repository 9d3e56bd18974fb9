package org.orbweaver.governance.ledger;

import org.orbweaver.governance.signing.MalformedException;

/** Numbers as C2SP writes them: ASCII digits without leading zeroes. */
final class Decimal {
  private Decimal() {}

  /**
   * A number of at most 18 digits.
   *
   * @throws MalformedException where it is none, or written otherwise
   */
  static long parse(String text) {
    if (!text.matches("0|[1-9][0-9]{0,17}")) {
      throw new MalformedException("not a plain decimal number: '" + text + "'");
    }
    return Long.parseLong(text);
  }
}
