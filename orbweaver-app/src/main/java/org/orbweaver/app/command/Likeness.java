package org.orbweaver.app.command;

import java.util.Locale;
import org.orbweaver.format.problem.Words;

/** How near a mistyped word is to a known one. */
final class Likeness {
  /** Not near enough to be suggested. */
  static final int FAR = Integer.MAX_VALUE;

  private Likeness() {}

  /**
   * 0 for words that differ in case only, then a count of edits; a known word that begins with what
   * was typed counts as one edit. {@link #FAR} above a third of the length.
   */
  static int distance(String typed, String known) {
    String a = typed.toLowerCase(Locale.ROOT);
    String b = known.toLowerCase(Locale.ROOT);
    if (a.length() >= 3 && b.startsWith(a)) {
      return a.length() == b.length() ? 0 : 1;
    }
    int tooMany = Math.max(1, a.length() / 3) + 1;
    int edits = Words.distance(a, b, tooMany);
    return edits < tooMany ? edits : FAR;
  }
}
