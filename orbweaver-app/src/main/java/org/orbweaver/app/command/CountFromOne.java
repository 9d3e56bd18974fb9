package org.orbweaver.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many of something a command makes, at least one, as it is written on the command line. */
final class CountFromOne implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String written) {
    String digits = written.replaceFirst("^\\+?0*(?=[0-9])", "");
    if (digits.matches("[1-9][0-9]{0,9}")) {
      long count = Long.parseLong(digits);
      if (count <= Integer.MAX_VALUE) {
        return (int) count;
      }
    }
    throw new TypeConversionException(
        "'" + written + "' is not a whole number from 1 to " + Integer.MAX_VALUE);
  }
}
