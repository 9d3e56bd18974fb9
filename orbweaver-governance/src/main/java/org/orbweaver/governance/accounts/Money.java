package org.orbweaver.governance.accounts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount of money.
 *
 * @param minor in the currency's smallest unit (cents), 0 or more
 * @param currency ISO 4217
 */
public record Money(long minor, String currency) {
  public Money {
    Checks.notNegative("an amount", minor);
    currencyOf(currency);
  }

  /**
   * Reads an amount such as {@code 75.00 EUR}.
   *
   * @throws RefusedException where it is none, or has more decimals than its currency
   */
  public static Money parse(String written) {
    String[] parts = written.strip().split("\\s+", -1);
    if (parts.length != 2 || !parts[0].matches("\\d{1,12}(\\.\\d{1,3})?")) {
      throw RefusedException.ofInput("an amount is written like 75.00 EUR, not '" + written + "'");
    }
    String code = parts[1].toUpperCase(Locale.ROOT);
    try {
      BigDecimal minor = new BigDecimal(parts[0]).movePointRight(digits(code));
      return new Money(minor.setScale(0, RoundingMode.UNNECESSARY).longValueExact(), code);
    } catch (ArithmeticException e) {
      throw RefusedException.ofInput(code + " has no such small part: " + parts[0]);
    }
  }

  private static Currency currencyOf(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw RefusedException.ofInput("there is no currency '" + code + "'");
    }
  }

  private static int digits(String code) {
    return Math.max(0, currencyOf(code).getDefaultFractionDigits());
  }

  /** Without the currency, such as {@code 75.00}. */
  public String amount() {
    return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return amount() + " " + currency;
  }
}
