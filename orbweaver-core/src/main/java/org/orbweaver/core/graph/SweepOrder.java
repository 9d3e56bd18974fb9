package org.orbweaver.core.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * In which order a {@link Sweep} passes over the satellites: shells, in them planes from west to
 * east and round, in them satellites along the orbit and round. Links between neighbours in that
 * order cost a sweep little, others more; what the trees come out as does not depend on it.
 *
 * <p>Layout: every satellite has a place; the places of a row, mostly a plane, are contiguous, and
 * so are the rows of a ring of rows, mostly a shell. Satellites that no row names come last,
 * outside of all rows.
 */
public final class SweepOrder {
  private final int[] satelliteAt;
  private final int[] placeOf;
  private final int[] rowStart;
  private final int[] ringStart;
  private final int[] ringOf;
  private final int[] rowOf;

  /**
   * @param satellites how many there are
   * @param shells the planes of each; a satellite that is named again keeps its first place
   */
  public SweepOrder(int satellites, List<List<int[]>> shells) {
    satelliteAt = new int[satellites];
    placeOf = new int[satellites];
    Arrays.fill(placeOf, -1);
    List<Integer> rows = new ArrayList<>();
    List<Integer> rings = new ArrayList<>(List.of(0));
    int place = 0;
    for (List<int[]> planes : shells) {
      if (rows.size() > rings.getLast()) {
        rings.add(rows.size());
      }
      for (int[] plane : planes) {
        int first = place;
        for (int satellite : plane) {
          place = put(satellite, place);
        }
        if (place > first) {
          rows.add(first);
        }
      }
    }
    if (rows.size() > rings.getLast()) {
      rings.add(rows.size());
    }
    rows.add(place);
    rowStart = rows.stream().mapToInt(Integer::intValue).toArray();
    ringStart = rings.stream().mapToInt(Integer::intValue).toArray();
    ringOf = new int[rows()];
    for (int ring = 0; ring < rings(); ring++) {
      Arrays.fill(ringOf, ringStart[ring], ringStart[ring + 1], ring);
    }
    for (int s = 0; s < satellites; s++) {
      place = put(s, place);
    }
    rowOf = new int[satellites];
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < rows(); row++) {
      Arrays.fill(rowOf, rowStart[row], rowStart[row + 1], row);
    }
  }

  private int put(int satellite, int place) {
    if (placeOf[satellite] >= 0) {
      return place;
    }
    placeOf[satellite] = place;
    satelliteAt[place] = satellite;
    return place + 1;
  }

  /** Places, as many as satellites. */
  public int places() {
    return satelliteAt.length;
  }

  public int satellite(int place) {
    return satelliteAt[place];
  }

  public int place(int satellite) {
    return placeOf[satellite];
  }

  int rows() {
    return rowStart.length - 1;
  }

  /** First place of a row. */
  int first(int row) {
    return rowStart[row];
  }

  /** One past the last place of a row. */
  int end(int row) {
    return rowStart[row + 1];
  }

  /** The row of a place, or -1. */
  int row(int place) {
    return rowOf[place];
  }

  /** Rings of rows. */
  int rings() {
    return ringStart.length - 1;
  }

  int firstRow(int ring) {
    return ringStart[ring];
  }

  int endRow(int ring) {
    return ringStart[ring + 1];
  }

  /** The place after another in its row; after the last comes the first. */
  int next(int place) {
    int row = rowOf[place];
    return place + 1 < rowStart[row + 1] ? place + 1 : rowStart[row];
  }

  /** The row east of another in its ring; east of the last is the first. */
  int east(int row) {
    int ring = ringOf[row];
    return row + 1 < ringStart[ring + 1] ? row + 1 : ringStart[ring];
  }
}
