package org.orbweaver.app.command;

import java.util.Locale;

/** How near a mistyped word is to a known one. */
final class Likeness {
  /** Not near enough to be suggested. */
  static final int FAR = Integer.MAX_VALUE;

  private Likeness() {}

  /**
   * 0 for words that differ in case only, then a count of edits (Levenshtein, 1966); a known word
   * that begins with what was typed counts as one edit. {@link #FAR} above a third of the length.
   */
  static int distance(String typed, String known) {
    String a = typed.toLowerCase(Locale.ROOT);
    String b = known.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, a.length() / 3);
    if (a.length() >= 3 && b.startsWith(a)) {
      return a.length() == b.length() ? 0 : 1;
    }
    if (Math.abs(a.length() - b.length()) > limit) {
      return FAR;
    }
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = above[0];
      above[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = above[j];
        above[j] = Math.min(change, Math.min(above[j], above[j - 1]) + 1);
      }
    }
    return above[b.length()] <= limit ? above[b.length()] : FAR;
  }
}
