package org.orbweaver.core.schedule;

import java.util.Arrays;

/**
 * The beams in use: each lights one cell from one satellite, for all terminals in the cell that the
 * satellite serves. Beams are only ever taken, never given back. Layout: by beam its satellite and
 * the beam that lit the same cell before it; by cell the last beam; by satellite how many it has.
 */
final class Beams {
  private static final int NONE = -1;

  private final int perSatellite;
  private final int[] lastOfCell;
  private final int[] used;

  /** Satellite and beam before, in turn: whoever asks for one asks for the other. */
  private int[] rows = new int[2048];

  private int count;

  Beams(int satellites, int cells, int perSatellite) {
    this.perSatellite = perSatellite;
    lastOfCell = new int[cells];
    Arrays.fill(lastOfCell, NONE);
    used = new int[satellites];
  }

  /** Beams in use, all satellites together. */
  int count() {
    return count;
  }

  double load(int ofSatellite) {
    return perSatellite == 0 ? 1 : (double) used[ofSatellite] / perSatellite;
  }

  /** Whether a satellite has a beam left for another cell. */
  boolean isFree(int ofSatellite) {
    return used[ofSatellite] < perSatellite;
  }

  int satellites() {
    return used.length;
  }

  /** How many beams a satellite has left. */
  int left(int ofSatellite) {
    return perSatellite - used[ofSatellite];
  }

  /** The number of the beam that now lights a cell, or -1 where none is left for it. */
  int take(int fromSatellite, int cell) {
    int known = find(fromSatellite, cell);
    if (known >= 0 || !isFree(fromSatellite)) {
      return known;
    }
    if (2 * count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }
    used[fromSatellite]++;
    rows[2 * count] = fromSatellite;
    rows[2 * count + 1] = lastOfCell[cell];
    lastOfCell[cell] = count;
    return count++;
  }

  /** Whether any beam lights a cell. */
  boolean isLit(int cell) {
    return lastOfCell[cell] >= 0;
  }

  /** Whether a satellite may serve a cell: it does already, or has a beam left. */
  boolean isOpen(int ofSatellite, int cell) {
    return isFree(ofSatellite) || find(ofSatellite, cell) >= 0;
  }

  private int find(int fromSatellite, int cell) {
    int beam = lastOfCell[cell];
    while (beam >= 0 && rows[2 * beam] != fromSatellite) {
      beam = rows[2 * beam + 1];
    }
    return beam;
  }
}
