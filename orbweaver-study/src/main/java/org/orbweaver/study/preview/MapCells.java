package org.orbweaver.study.preview;

import java.util.ArrayList;
import java.util.List;

/**
 * Rectangles that each hold enough lines to hide one. A rectangle is quartered only where every
 * quarter that holds any line holds as many as the threshold; so where people are few the map is
 * coarse. A place is never drawn.
 */
final class MapCells {
  private static final double LARGEST_DEG = 8;
  private static final double SMALLEST_DEG = 0.25;

  private final int threshold;
  private final boolean decided;
  private final List<MapCell> cells = new ArrayList<>();

  private MapCells(int threshold, boolean decided) {
    this.threshold = threshold;
    this.decided = decided;
  }

  /**
   * Those of lines that the decision is not about, then those of lines that it is about; each from
   * south to north, and from west to east in each band.
   */
  static List<MapCell> of(List<MapPlace> places, int threshold) {
    List<MapCell> cells = new ArrayList<>();
    for (boolean decided : new boolean[] {false, true}) {
      cells.addAll(
          new MapCells(threshold, decided)
              .made(places.stream().filter(p -> p.decided() == decided).toList()));
    }
    return List.copyOf(cells);
  }

  private List<MapCell> made(List<MapPlace> places) {
    for (double south = -90; south < 90; south += LARGEST_DEG) {
      double low = south;
      List<MapPlace> band =
          places.stream().filter(p -> isIn(p.latDeg(), low, LARGEST_DEG)).toList();
      for (double west = -180; west < 180 && !band.isEmpty(); west += LARGEST_DEG) {
        add(south, west, LARGEST_DEG, band);
      }
    }
    return cells;
  }

  private void add(double south, double west, double size, List<MapPlace> among) {
    List<MapPlace> inside = inside(south, west, size, among);
    if (inside.isEmpty()) {
      return;
    }
    double half = size / 2;
    List<List<MapPlace>> quarters =
        List.of(
            inside(south, west, half, inside),
            inside(south, west + half, half, inside),
            inside(south + half, west, half, inside),
            inside(south + half, west + half, half, inside));
    boolean enough =
        size > SMALLEST_DEG
            && quarters.stream().allMatch(q -> q.isEmpty() || q.size() >= threshold);
    if (enough) {
      for (int q = 0; q < quarters.size(); q++) {
        add(south + (q < 2 ? 0 : half), west + (q % 2) * half, half, quarters.get(q));
      }
    } else {
      cells.add(cell(south, west, size, inside));
    }
  }

  private static List<MapPlace> inside(
      double south, double west, double size, List<MapPlace> among) {
    return among.stream()
        .filter(p -> isIn(p.latDeg(), south, size) && isIn(withinTurn(p.lonDeg()), west, size))
        .toList();
  }

  private static boolean isIn(double value, double low, double size) {
    return value >= low && value < low + size;
  }

  static double withinTurn(double lonDeg) {
    double turned = lonDeg - 360 * Math.floor((lonDeg + 180) / 360);
    return turned >= 180 ? -180 : turned;
  }

  private MapCell cell(double south, double west, double size, List<MapPlace> places) {
    return new MapCell(
        south,
        west,
        size,
        decided,
        places.size(),
        (int) places.stream().filter(p -> p.outcome().isLoss()).count(),
        (int) places.stream().filter(p -> p.outcome() == Outcome.GAINS).count(),
        (int) places.stream().filter(p -> p.outcome() == Outcome.SLOWER).count(),
        (int) places.stream().filter(p -> p.outcome() == Outcome.FASTER).count(),
        places.stream()
            .filter(p -> p.outcome().isLoss() || p.outcome() == Outcome.GAINS)
            .mapToLong(MapPlace::people)
            .sum());
  }
}
