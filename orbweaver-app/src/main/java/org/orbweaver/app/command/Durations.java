package org.orbweaver.app.command;

import org.orbweaver.core.time.Spans;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lengths of time as they are written on the command line: {@code 100ms}, {@code 15s}. */
public final class Durations implements ITypeConverter<Long> {
  /** Nanoseconds, more than zero and at most a hundred years. */
  @Override
  public Long convert(String written) {
    return Spans.parseNs(written).orElseThrow(() -> wrong(written));
  }

  private static TypeConversionException wrong(String written) {
    return new TypeConversionException(
        "'" + written + "' is not a length of time such as 100ms, 15s, 1m or 1h");
  }
}
