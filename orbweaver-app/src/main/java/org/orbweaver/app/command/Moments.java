package org.orbweaver.app.command;

import java.time.format.DateTimeParseException;
import org.orbweaver.core.time.Utc;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Checks a moment as it is written on the command line: ISO 8601 with Z, or {@code now}. */
public final class Moments implements ITypeConverter<String> {
  /** The same text, since the loader of the scenario decides what {@code now} means. */
  @Override
  public String convert(String written) {
    if (written.equals("now")) {
      return written;
    }
    try {
      return Utc.format(Utc.parseNs(written));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new TypeConversionException(
          "'" + written + "' is not a moment such as 2026-05-21T00:00:12Z, or now");
    }
  }
}
