package org.orbweaver.format.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects problems. Keeps the first {@value #KEPT} and counts the rest. Not thread-safe. */
public final class Problems {
  /** More than this many problems help nobody. */
  public static final int KEPT = 1000;

  private final List<Problem> kept = new ArrayList<>();
  private int dropped;

  /** Adds a problem; see {@link Problem} for the parts. */
  public void add(
      String file, int line, int column, String key, String whatIsWrong, String whatWouldBeRight) {
    add(new Problem(file, line, column, key, whatIsWrong, whatWouldBeRight));
  }

  public void add(Problem problem) {
    if (kept.size() < KEPT) {
      kept.add(problem);
    } else {
      dropped++;
    }
  }

  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /** How many were added, kept or not. */
  public int count() {
    return kept.size() + dropped;
  }

  /**
   * All that were kept, by file in the order in which the files came up, then by line and column;
   * where some were not kept, a last one says how many.
   */
  public List<Problem> list() {
    Map<String, Integer> order = new HashMap<>();
    kept.forEach(p -> order.putIfAbsent(p.file(), order.size()));
    List<Problem> all = new ArrayList<>(kept);
    all.sort(
        Comparator.comparing((Problem p) -> order.getOrDefault(p.file(), 0))
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column));
    if (dropped > 0) {
      Problem last = all.getLast();
      all.add(
          new Problem(
              last.file(),
              last.line(),
              last.column(),
              "(more)",
              dropped + " more problems are not listed",
              "the ones above, mended first"));
    }
    return List.copyOf(all);
  }
}
