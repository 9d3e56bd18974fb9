package org.orbweaver.core.graph;

import java.util.Arrays;

/**
 * Shortest ways from all sources of a {@link TreeRows} at once, by passing over the rows of a
 * {@link SweepOrder} from west to east and back until nothing changes (line relaxation, as known
 * from elliptic equations; the relaxations are those of Bellman 1958). The result is that of
 * Dijkstra's algorithm, to the bit: lengths are whole numbers, so that any order of relaxations
 * ends at the same least ones.
 *
 * <p>Why it is fast: in a shell a shortest way crosses planes in one direction only, and in each
 * plane it moves along the orbit in one direction only. So one pass east and one west, each solving
 * plane after plane, find every way; a third only makes sure.
 *
 * <p>Not for several threads at once.
 */
final class Sweep {
  private final SweepOrder order;

  /** By row: whether the row east, the row west, and its own places have yet to hear of it. */
  private final boolean[] tellEast;

  private final boolean[] tellWest;
  private final boolean[] open;

  /** By row: whether what its places hold is of this moment. To clear all of them takes time. */
  private final boolean[] known;

  Sweep(SweepOrder order) {
    this.order = order;
    tellEast = new boolean[order.rows()];
    tellWest = new boolean[order.rows()];
    open = new boolean[order.rows()];
    known = new boolean[order.rows()];
  }

  /** Says that trees are about to grow. */
  void start(TreeRows trees) {
    int rows = order.rows();
    Arrays.fill(known, false);
    trees.clear(rows == 0 ? 0 : order.end(rows - 1), order.places());
  }

  /** Says that ways begin at a place, before they do. */
  void begin(int place, TreeRows trees) {
    int row = order.row(place);
    if (row >= 0) {
      open[row] = true;
      learn(row, trees);
    }
  }

  private void learn(int row, TreeRows trees) {
    if (!known[row]) {
      trees.clear(order.first(row), order.end(row));
      known[row] = true;
    }
  }

  /** Grows the trees from where they begin; forgets the beginnings. */
  void run(TreeRows trees, SweepLinks links) {
    boolean again = true;
    while (again) {
      for (int ring = 0; ring < order.rings(); ring++) {
        pass(order.firstRow(ring), order.endRow(ring), trees, links);
      }
      for (int row = 0; row < order.rows(); row++) {
        learn(row, trees);
      }
      again = overExtraLinks(trees, links);
    }
  }

  private boolean overExtraLinks(TreeRows trees, SweepLinks links) {
    boolean any = false;
    boolean again = true;
    while (again) {
      again = false;
      for (int pair : links.extraPairs()) {
        int a = order.place(links.a(pair));
        int b = order.place(links.b(pair));
        int ticks = links.pairTicks(pair);
        again |= over(b, a, ticks, trees);
        again |= over(a, b, ticks, trees);
      }
      any |= again;
    }
    return any;
  }

  private boolean over(int to, int from, int ticks, TreeRows trees) {
    boolean shorter = trees.link(to, from, ticks);
    if (shorter) {
      begin(to, trees);
    }
    return shorter;
  }

  /** Back and forth over the rows {@code first} to below {@code end}, a ring. */
  private void pass(int first, int end, TreeRows trees, SweepLinks links) {
    int size = end - first;
    int gap = 0;
    int gapEnd = first;
    int length = 0;
    for (int i = 0; i < 2 * size && gap < size; i++) {
      int row = first + i % size;
      length = open[row] ? 0 : length + 1;
      if (length > gap) {
        gap = length;
        gapEnd = row;
      }
    }
    if (gap == size) {
      return;
    }
    // East from the first row that has beginnings to the middle of those that have none, and west
    // from the last one to there: all rows are reached, few of them from the wrong side.
    int east = first + (gapEnd - first + 1) % size;
    int west = first + Math.floorMod(gapEnd - first - gap, size);
    int reach = Math.min(size, size - gap + gap / 2 + 1);
    eastward(east, reach, false, first, end, trees, links);
    westward(west, reach, false, first, end, trees, links);
    boolean again = true;
    while (again) {
      again = eastward(east, size, true, first, end, trees, links);
      again |= westward(west, size, true, first, end, trees, links);
    }
  }

  /**
   * Visits {@code count} rows and then on until that many in a row had nothing to hear.
   *
   * @param careful whether to look first if there is anything to gain
   */
  private boolean eastward(
      int start, int count, boolean careful, int first, int end, TreeRows trees, SweepLinks links) {
    boolean any = false;
    int row = start;
    for (int idle = 0; idle < count; idle++) {
      int before = row > first ? row - 1 : end - 1;
      if (tellEast[before] || open[row]) {
        boolean told = tellEast[before];
        tellEast[before] = false;
        any = true;
        learn(before, trees);
        if (visit(row, told, careful, links.west(), links.westTicks(), trees, links) && careful) {
          idle = -1;
        }
      }
      row = row + 1 < end ? row + 1 : first;
    }
    return any;
  }

  private boolean westward(
      int start, int count, boolean careful, int first, int end, TreeRows trees, SweepLinks links) {
    boolean any = false;
    int row = start;
    for (int idle = 0; idle < count; idle++) {
      int before = row + 1 < end ? row + 1 : first;
      if (tellWest[before] || open[row]) {
        boolean told = tellWest[before];
        tellWest[before] = false;
        any = true;
        learn(before, trees);
        if (visit(row, told, careful, links.east(), links.eastTicks(), trees, links) && careful) {
          idle = -1;
        }
      }
      row = row > first ? row - 1 : end - 1;
    }
    return any;
  }

  /** Solves a row; false where it did not need to. */
  private boolean visit(
      int row,
      boolean told,
      boolean careful,
      int[] from,
      int[] fromTicks,
      TreeRows trees,
      SweepLinks links) {
    int first = order.first(row);
    int end = order.end(row);
    boolean fresh = !known[row];
    if (told && careful && !open[row] && !fresh && !trees.improves(first, end, from, fromTicks)) {
      return false;
    }
    trees.solve(first, end, links.ringTicks(), from, fromTicks, fresh);
    known[row] = true;
    open[row] = false;
    tellEast[row] = true;
    tellWest[row] = true;
    return true;
  }
}
