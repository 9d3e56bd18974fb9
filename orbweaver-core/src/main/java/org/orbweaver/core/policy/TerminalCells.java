package org.orbweaver.core.policy;

import java.util.function.IntConsumer;

/**
 * Terminals by cells of the map of equal degrees, so that those near an area are found without
 * looking at all. Layout: cells row by row from the south, in a row from the west; by cell the
 * first place of its terminals, one more at the end. Immutable.
 */
final class TerminalCells {
  /** About as many are in a cell. */
  private static final int PER_CELL = 4;

  private static final int MOST_ROWS = 1 << 10;

  private final int rows;
  private final int[] first;
  private final int[] terminals;

  /**
   * @param latNd by terminal, {@link Nanodegrees}, from -90 to 90 degrees
   * @param lonNd by terminal, {@link Nanodegrees}, of any turn
   */
  TerminalCells(long[] latNd, long[] lonNd) {
    int n = latNd.length;
    rows = Math.clamp((int) Math.sqrt(n / (2.0 * PER_CELL)), 1, MOST_ROWS);
    int[] cell = new int[n];
    first = new int[rows * columns() + 1];
    for (int t = 0; t < n; t++) {
      cell[t] = row(latNd[t]) * columns() + column(Nanodegrees.withinTurn(lonNd[t]));
      first[cell[t] + 1]++;
    }
    for (int c = 1; c < first.length; c++) {
      first[c] += first[c - 1];
    }
    terminals = new int[n];
    int[] next = first.clone();
    for (int t = 0; t < n; t++) {
      terminals[next[cell[t]]++] = t;
    }
  }

  private int columns() {
    return 2 * rows;
  }

  private int row(long latNd) {
    return Math.min(place(latNd + Nanodegrees.HALF_TURN / 2), rows - 1);
  }

  private int column(long lonNd) {
    return Math.min(place(lonNd + Nanodegrees.HALF_TURN), columns() - 1);
  }

  /** Cells are as high as they are wide. */
  private int place(long fromEdgeNd) {
    return (int) (fromEdgeNd * rows / Nanodegrees.HALF_TURN);
  }

  /**
   * Gives at least all terminals that are in a polygon, some perhaps twice.
   *
   * @param ring its border, of any turn
   */
  void near(AreaRing ring, IntConsumer each) {
    int south = row(ring.southNd());
    int north = row(ring.northNd());
    for (long turn = -Nanodegrees.TURN; turn <= Nanodegrees.TURN; turn += Nanodegrees.TURN) {
      long west = Math.max(ring.westNd() - turn, -Nanodegrees.HALF_TURN);
      long east = Math.min(ring.eastNd() - turn, Nanodegrees.HALF_TURN);
      if (west <= east) {
        for (int row = south; row <= north; row++) {
          int from = first[row * columns() + column(west)];
          int to = first[row * columns() + column(east) + 1];
          for (int k = from; k < to; k++) {
            each.accept(terminals[k]);
          }
        }
      }
    }
  }
}
