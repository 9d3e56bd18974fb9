package org.orbweaver.dataplane;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Finds the names that somebody may have meant. */
final class Spelling {
  private static final int MOST = 3;
  private static final int LONGEST = 80;

  private Spelling() {}

  /** A question that follows a message, such as {@code ; did you mean berlin?}; or nothing. */
  static String hint(String written, int count, IntFunction<String> names) {
    List<String> near = near(written, count, names);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  /** The nearest names, best first: few edits apart, or beginning alike. */
  static List<String> near(String written, int count, IntFunction<String> names) {
    String wanted = written.toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return List.of();
    }
    record Near(String name, int edits) {}
    int allowed = Math.max(1, wanted.length() / 3);
    return IntStream.range(0, count)
        .mapToObj(names)
        .map(n -> new Near(n, edits(wanted, n.toLowerCase(Locale.ROOT))))
        .filter(n -> n.edits() <= allowed)
        .sorted(Comparator.comparingInt(Near::edits).thenComparing(Near::name))
        .limit(MOST)
        .map(Near::name)
        .toList();
  }

  /** Levenshtein's distance; a name that only goes on counts as one edit away. */
  private static int edits(String a, String b) {
    if (a.length() >= 3 && b.startsWith(a)) {
      return a.equals(b) ? 0 : 1;
    }
    int[] row = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
