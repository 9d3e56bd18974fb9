package org.orbweaver.format.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Small helpers for messages. */
public final class Words {
  private static final int LONGEST_QUOTE = 60;

  private Words() {}

  /** Text in double quotes, shortened where it is long, control characters shown as {@code ?}. */
  public static String quote(String text) {
    String shown =
        text.codePointCount(0, text.length()) <= LONGEST_QUOTE
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "...";
    return '"' + oneLine(shown) + '"';
  }

  /** The same text with every control character, line ends among them, replaced by {@code ?}. */
  public static String oneLine(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        if (out == null) {
          out = new StringBuilder(text);
        }
        out.setCharAt(i, '?');
      }
    }
    return out == null ? text : out.toString();
  }

  /** A number as people write it: without a fraction where it has none. */
  public static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** A number and a noun, such as {@code 1 cell} or {@code 2 cells}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** What stands before the first line end or full stop. */
  public static String firstSentence(String text) {
    String line = text.lines().findFirst().orElse("");
    int stop = line.indexOf(". ");
    return oneLine(stop < 0 ? line : line.substring(0, stop));
  }

  /** The known word that was most probably meant, or null where none is near. */
  public static @Nullable String nearest(String word, Collection<String> known) {
    String best = null;
    int bestDistance = Math.max(1, Math.min(3, word.length() / 3)) + 1;
    for (String candidate : known) {
      int distance = distance(plain(word), plain(candidate), bestDistance);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best == null ? onlyOneThatBegins(word, known) : best;
  }

  private static @Nullable String onlyOneThatBegins(String word, Collection<String> known) {
    List<String> longer =
        known.stream().filter(k -> word.length() > 2 && plain(k).startsWith(plain(word))).toList();
    return longer.size() == 1 ? longer.getFirst() : null;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /** Edits between two words, neighbours swapped counting as one; {@code limit} where more. */
  public static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit || a.length() > 200) {
      return limit;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
