package org.orbweaver.core.link;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * All laser links that a network is meant to have: patterns that hold at any time, and shells whose
 * pattern is found from the elements.
 *
 * <p>Safe for any thread; remembers the last rows.
 */
public final class LaserPlan {
  private final List<LaserPattern> fixed;
  private final List<DerivedLasers> derived;
  private final List<List<int[]>> fixedRows;
  private final AtomicReference<@Nullable Rows> lastRows = new AtomicReference<>();

  /** What was made of the rows of derived shells. */
  private record Rows(List<List<List<int[]>>> derived, List<List<int[]>> all) {}

  /**
   * @param fixed patterns that hold at any time
   * @param derived shells whose pattern is found from the elements
   */
  public LaserPlan(List<? extends LaserPattern> fixed, List<DerivedLasers> derived) {
    this.fixed = List.copyOf(fixed);
    this.derived = List.copyOf(derived);
    fixedRows = this.fixed.stream().map(LaserPattern::rows).toList();
  }

  /** The patterns at an instant (UTC, nanoseconds since the Unix epoch). */
  public List<LaserPattern> at(long unixNs) {
    List<LaserPattern> patterns = new ArrayList<>(fixed);
    for (DerivedLasers shell : derived) {
      patterns.addAll(shell.at(unixNs));
    }
    return patterns;
  }

  /** Whether the patterns are the same at any time. */
  public boolean isFixed() {
    return derived.isEmpty();
  }

  /**
   * Whether anything of what is out is a link of a pattern.
   *
   * @param unixNs UTC, nanoseconds since the Unix epoch
   */
  public boolean hasAnyOf(Outages outages, long unixNs) {
    boolean[] any = new boolean[1];
    for (LaserPattern pattern : at(unixNs)) {
      pattern.forEachLink((a, b) -> any[0] |= outages.isLaserOut(a, b));
    }
    return any[0];
  }

  /**
   * The shells at an instant, of each its rows of satellites as in {@link LaserPattern#rows}. The
   * very same object as long as they stay the same.
   */
  public List<List<int[]>> rowsAt(long unixNs) {
    Rows known = lastRows.get();
    List<List<List<int[]>>> now = new ArrayList<>();
    boolean same = known != null;
    for (DerivedLasers shell : derived) {
      List<List<int[]>> rows = shell.rowsAt(unixNs);
      same &= known != null && known.derived().get(now.size()) == rows;
      now.add(rows);
    }
    if (known == null || !same) {
      List<List<int[]>> all = new ArrayList<>(fixedRows);
      now.forEach(all::addAll);
      known = new Rows(now, List.copyOf(all));
      lastRows.set(known);
    }
    return known.all();
  }
}
