package org.orbweaver.app.command;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lengths of time as they are written on the command line: {@code 100ms}, {@code 15s}. */
public final class Durations implements ITypeConverter<Long> {
  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ns|us|ms|s|m|min|h|d)");

  private static final BigDecimal LONGEST_NS = BigDecimal.valueOf(36_525L * 86_400 * 1_000_000_000);

  /** Nanoseconds, more than zero and at most a hundred years. */
  @Override
  public Long convert(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches()) {
      throw wrong(written);
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
    if (ns.signum() == 0 || ns.compareTo(LONGEST_NS) > 0 || ns.stripTrailingZeros().scale() > 0) {
      throw wrong(written);
    }
    return ns.longValueExact();
  }

  private static TypeConversionException wrong(String written) {
    return new TypeConversionException(
        "'" + written + "' is not a length of time such as 100ms, 15s, 1m or 1h");
  }
}
