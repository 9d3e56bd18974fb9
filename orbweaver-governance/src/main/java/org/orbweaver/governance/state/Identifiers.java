package org.orbweaver.governance.state;

import java.util.regex.Pattern;

/** How ids look, so that they can be read aloud and stand in a URL. */
public final class Identifiers {
  private static final Pattern PERSON = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?");
  private static final Pattern CASE = Pattern.compile("C-[0-9]{4}-[0-9]{4,9}");

  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

  private Identifiers() {}

  /** Whether it may be a line's, a terminal's or a donation's. */
  public static boolean isNumber(String id) {
    return NUMBER.matcher(id).matches();
  }

  /** Whether it may be a person's. */
  public static boolean isPerson(String id) {
    return PERSON.matcher(id).matches();
  }

  /** Whether it may be a case's. */
  public static boolean isCase(String id) {
    return CASE.matcher(id).matches();
  }

  /** The id of the case after so many others. */
  public static String nextCase(int year, long casesBefore) {
    return "C-%04d-%04d".formatted(year, casesBefore + 1);
  }
}
