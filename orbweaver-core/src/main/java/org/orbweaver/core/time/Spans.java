package org.orbweaver.core.time;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time between their written form, such as {@code 100ms} or {@code 10m}, and ns. */
public final class Spans {
  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ns|us|ms|s|m|min|h|d)");

  private static final BigDecimal LONGEST_NS = BigDecimal.valueOf(36_525L * 86_400 * 1_000_000_000);

  private Spans() {}

  /**
   * Nanoseconds, more than zero and at most a hundred years; empty where the text is anything else.
   */
  public static OptionalLong parseNs(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    long unitNs =
        switch (matcher.group(2)) {
          case "ns" -> 1L;
          case "us" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          case "d" -> 86_400_000_000_000L;
          default -> 60_000_000_000L;
        };
    BigDecimal ns = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unitNs));
    boolean fits =
        ns.signum() > 0 && ns.compareTo(LONGEST_NS) <= 0 && ns.stripTrailingZeros().scale() <= 0;
    return fits ? OptionalLong.of(ns.longValueExact()) : OptionalLong.empty();
  }
}
