package org.orbweaver.study.preview;

import java.util.List;

/**
 * The part of the Earth that a map shows, and where a place falls on it: degrees in proportion at
 * the frame's middle, north up.
 */
final class MapFrame {
  private static final double LEAST_DEG = 3;
  private static final double MARGIN = 0.14;
  private static final double AROUND = 0.5;

  final double width;
  final double height;
  private final double midLonDeg;
  private final double midLatDeg;
  private final double perLatDeg;
  private final double perLonDeg;

  /** A frame of so many pixels that holds the areas and cells. */
  MapFrame(List<MapOutline> outlines, List<MapCell> cells, double width, double height) {
    this.width = width;
    this.height = height;
    double reference = reference(outlines, cells);
    double[] box = {90, -90, 180, -180};
    List<MapOutline> decided = outlines.stream().filter(MapOutline::isDecided).toList();
    for (MapOutline outline : decided.isEmpty() ? outlines : decided) {
      for (double[][] ring : outline.rings()) {
        for (double[] corner : ring) {
          grow(box, corner[1], MapCells.withinTurn(corner[0] - reference));
        }
      }
    }
    // Around an area its surroundings; else wherever something happens.
    for (MapCell cell : cells) {
      if (decided.isEmpty() && (outlines.isEmpty() || cell.mostly() != Outcome.SAME)) {
        grow(box, cell.southDeg(), MapCells.withinTurn(cell.westDeg() - reference));
        grow(
            box, cell.northDeg(), MapCells.withinTurn(cell.westDeg() - reference) + cell.sizeDeg());
      }
    }
    boolean isEmpty = box[0] > box[1];
    double south = isEmpty ? -60 : box[0];
    double north = isEmpty ? 75 : box[1];
    double west = isEmpty ? -180 : box[2];
    double east = isEmpty ? 180 : box[3];
    midLatDeg = (south + north) / 2;
    midLonDeg = reference + (west + east) / 2;
    double margin = decided.isEmpty() ? MARGIN : AROUND;
    double squeeze = Math.max(0.2, Math.cos(Math.toRadians(midLatDeg)));
    double latDeg = Math.max(LEAST_DEG, (north - south) * (1 + 2 * margin));
    double lonDeg = Math.max(LEAST_DEG / squeeze, (east - west) * (1 + 2 * margin));
    perLatDeg = Math.min(height / latDeg, width / (lonDeg * squeeze));
    perLonDeg = perLatDeg * squeeze;
  }

  /** A longitude near everything, so that no frame is torn at the antimeridian. */
  private static double reference(List<MapOutline> outlines, List<MapCell> cells) {
    double x = 0;
    double y = 0;
    for (MapOutline outline : outlines) {
      if (outline.isDecided()) {
        for (double[][] ring : outline.rings()) {
          for (double[] corner : ring) {
            x += StrictMath.cos(Math.toRadians(corner[0]));
            y += StrictMath.sin(Math.toRadians(corner[0]));
          }
        }
      }
    }
    for (MapCell cell : x == 0 && y == 0 ? cells : List.<MapCell>of()) {
      x += StrictMath.cos(Math.toRadians(cell.westDeg() + cell.sizeDeg() / 2));
      y += StrictMath.sin(Math.toRadians(cell.westDeg() + cell.sizeDeg() / 2));
    }
    return Math.toDegrees(StrictMath.atan2(y, x));
  }

  private static void grow(double[] box, double latDeg, double lonDeg) {
    box[0] = Math.min(box[0], latDeg);
    box[1] = Math.max(box[1], latDeg);
    box[2] = Math.min(box[2], lonDeg);
    box[3] = Math.max(box[3], lonDeg);
  }

  /** Pixels from the left, for the turn of the longitude that is nearest to the frame's middle. */
  double x(double lonDeg) {
    return width / 2 + MapCells.withinTurn(lonDeg - midLonDeg) * perLonDeg;
  }

  /** Pixels from the left of something that continues from a corner at {@code fromX}. */
  double xAfter(double fromX, double stepDeg) {
    return fromX + stepDeg * perLonDeg;
  }

  /** Pixels from the top. */
  double y(double latDeg) {
    return height / 2 - (latDeg - midLatDeg) * perLatDeg;
  }

  boolean holds(double x, double y) {
    return x >= 0 && x <= width && y >= 0 && y <= height;
  }

  double southDeg() {
    return midLatDeg - height / 2 / perLatDeg;
  }

  double northDeg() {
    return midLatDeg + height / 2 / perLatDeg;
  }

  double westDeg() {
    return midLonDeg - width / 2 / perLonDeg;
  }

  double eastDeg() {
    return midLonDeg + width / 2 / perLonDeg;
  }

  /** A distance at the frame's middle, pixels. */
  double pixels(double km) {
    return km / 111.2 * perLatDeg;
  }
}
