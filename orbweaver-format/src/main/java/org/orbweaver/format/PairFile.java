package org.orbweaver.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.LaserPair;
import org.orbweaver.format.input.Text;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.shape.Scalars;

/**
 * A list of links: two indices of satellites a line, divided by blanks or a comma, as Hypatia's
 * {@code isls.txt}. Empty lines and those that begin with {@code #} do not count.
 */
public final class PairFile {
  private static final int LIMIT_BYTES = 64 << 20;

  private final String file;
  private final long satellites;
  private final Problems problems;
  private final Map<LaserPair, Integer> lineOf = new HashMap<>();
  private final List<LaserPair> pairs = new ArrayList<>();
  private int line;

  private PairFile(String file, long satellites, Problems problems) {
    this.file = file;
    this.satellites = satellites;
    this.problems = problems;
  }

  /**
   * The pairs in the file's order; null where there are problems, which are reported.
   *
   * @param satellites how many there are; indices are below it
   */
  public static @Nullable List<LaserPair> read(
      Path path, String shownAs, long satellites, Problems problems) {
    String text = Text.read(path, shownAs, LIMIT_BYTES, problems);
    return text == null ? null : read(text, shownAs, satellites, problems);
  }

  /** The same from the text of a file. */
  public static @Nullable List<LaserPair> read(
      String text, String shownAs, long satellites, Problems problems) {
    int before = problems.count();
    PairFile file = new PairFile(shownAs, satellites, problems);
    text.lines().forEach(file::take);
    return problems.count() == before ? file.pairs : null;
  }

  private void take(String text) {
    line++;
    String bare = text.strip();
    if (bare.isEmpty() || bare.startsWith("#")) {
      return;
    }
    String[] parts = bare.split("\\s*,\\s*|\\s+", -1);
    if (parts.length != 2) {
      report(1, "is " + Words.quote(bare), "two indices of satellites");
      return;
    }
    Integer a = index(parts[0], text.indexOf(parts[0]));
    Integer b = index(parts[1], text.lastIndexOf(parts[1]));
    if (a == null || b == null) {
      return;
    }
    LaserPair pair = new LaserPair(Math.min(a, b), Math.max(a, b));
    Integer other = lineOf.putIfAbsent(pair, line);
    if (a.equals(b)) {
      report(1, "links " + a + " to itself", "two satellites");
    } else if (other != null) {
      report(1, "links " + a + " and " + b + " as line " + other + " does", "each link once");
    } else {
      pairs.add(pair);
    }
  }

  private @Nullable Integer index(String written, int at) {
    Integer index = Scalars.integer(written);
    if (index == null || index < 0 || index >= satellites) {
      report(
          at + 1,
          "is " + Words.quote(written),
          "the index of a satellite, 0 to " + (satellites - 1));
      return null;
    }
    return index;
  }

  private void report(int column, String whatIsWrong, String whatWouldBeRight) {
    problems.add(file, line, column, "link", whatIsWrong, whatWouldBeRight);
  }
}
