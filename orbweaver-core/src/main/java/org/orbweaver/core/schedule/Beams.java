package org.orbweaver.core.schedule;

import java.util.Arrays;

/**
 * The beams in use: each lights one cell from one satellite, for all terminals in the cell that the
 * satellite serves. Layout: by satellite, the cells of its beams and their numbers.
 */
final class Beams {
  private final int perSatellite;
  private final int[][] cells;
  private final int[][] numbers;
  private final int[] used;
  private int count;

  Beams(int satellites, int perSatellite) {
    this.perSatellite = perSatellite;
    cells = new int[satellites][];
    numbers = new int[satellites][];
    used = new int[satellites];
  }

  /** Beams in use, all satellites together. */
  int count() {
    return count;
  }

  double load(int satellite) {
    return perSatellite == 0 ? 1 : (double) used[satellite] / perSatellite;
  }

  /** Whether the cell is lit already or a beam is free for it. */
  boolean hasRoom(int satellite, int cell) {
    return used[satellite] < perSatellite || find(satellite, cell) >= 0;
  }

  /** The number of the beam that now lights a cell; there must be room. */
  int take(int satellite, int cell) {
    int at = find(satellite, cell);
    if (at >= 0) {
      return numbers[satellite][at];
    }
    int n = used[satellite]++;
    if (n == 0) {
      cells[satellite] = new int[4];
      numbers[satellite] = new int[4];
    } else if (n == cells[satellite].length) {
      cells[satellite] = Arrays.copyOf(cells[satellite], 2 * n);
      numbers[satellite] = Arrays.copyOf(numbers[satellite], 2 * n);
    }
    cells[satellite][n] = cell;
    numbers[satellite][n] = count;
    return count++;
  }

  private int find(int satellite, int cell) {
    for (int k = 0; k < used[satellite]; k++) {
      if (cells[satellite][k] == cell) {
        return k;
      }
    }
    return -1;
  }
}
