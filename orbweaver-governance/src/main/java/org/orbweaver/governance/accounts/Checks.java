package org.orbweaver.governance.accounts;

import java.util.regex.Pattern;

/** What holds for the words of all records. */
final class Checks {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}");
  private static final int LONGEST_TEXT = 200;

  private Checks() {}

  /** An id: 1 to 64 letters, digits, dots, hyphens, colons and underscores. */
  static String id(String what, String id) {
    if (!ID.matcher(id).matches()) {
      throw RefusedException.ofInput(
          what
              + " is 1 to 64 letters, digits, dots, colons, hyphens or underscores, not '"
              + id
              + "'");
    }
    return id;
  }

  /** A country by its two letters (ISO 3166-1 alpha-2). */
  static String region(String code) {
    if (!REGION.matcher(code).matches()) {
      throw RefusedException.ofInput(
          "a country has two capital letters such as KE, not '" + code + "'");
    }
    return code;
  }

  /** A line of text that says something. */
  static String text(String what, String text) {
    if (text.isBlank() || text.length() > LONGEST_TEXT || text.chars().anyMatch(c -> c < 0x20)) {
      throw RefusedException.ofInput(what + " is one line of 1 to " + LONGEST_TEXT + " characters");
    }
    return text;
  }

  /** A count or rate that cannot be negative. */
  static long notNegative(String what, long value) {
    if (value < 0) {
      throw RefusedException.ofInput(what + " cannot be negative");
    }
    return value;
  }
}
