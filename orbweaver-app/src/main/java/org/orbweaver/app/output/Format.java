package org.orbweaver.app.output;

import java.util.Locale;

/** How rows are written. */
public enum Format {
  /** Aligned columns, for people. */
  TABLE,
  /** Comma-separated values (RFC 4180) with a header, lines ended by LF. */
  CSV,
  /** One object with the name and version of the format and the list of rows. */
  JSON;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
