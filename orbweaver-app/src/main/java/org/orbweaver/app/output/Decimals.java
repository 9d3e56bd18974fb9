package org.orbweaver.app.output;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers with a fixed count of decimals, written without regard to the locale. */
public final class Decimals {
  private static final long[] POWER = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  /** Up to here a scaled value is still exact to the unit in a double. */
  private static final double EXACT = 1L << 52;

  private Decimals() {}

  /**
   * Appends a finite number, rounded to the nearest, without a minus before a zero.
   *
   * @param decimals 0 to 6
   */
  public static void append(StringBuilder out, double value, int decimals) {
    double scaled = Math.abs(value) * POWER[decimals];
    if (!(scaled < EXACT)) {
      out.append(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
      return;
    }
    long units = Math.round(scaled);
    if (value < 0 && units > 0) {
      out.append('-');
    }
    out.append(units / POWER[decimals]);
    if (decimals > 0) {
      out.append('.');
      long fraction = units % POWER[decimals];
      for (int i = decimals - 1; i > 0 && fraction < POWER[i]; i--) {
        out.append('0');
      }
      out.append(fraction);
    }
  }

  /** The same as a string. */
  public static String format(double value, int decimals) {
    StringBuilder out = new StringBuilder();
    append(out, value, decimals);
    return out.toString();
  }
}
