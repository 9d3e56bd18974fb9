package org.orbweaver.core.policy;

/** Finds the terminals that are in one area, all of them looked at: for an area that is new. */
final class AreaSweep {
  private final AreaShape shape;

  AreaSweep(AreaShape shape) {
    this.shape = shape;
  }

  /** Their indices, ascending. */
  int[] of(Subjects subjects) {
    long south = Long.MAX_VALUE;
    long north = Long.MIN_VALUE;
    for (AreaShape.Polygon polygon : shape.polygons()) {
      south = Math.min(south, polygon.outer().southNd());
      north = Math.max(north, polygon.outer().northNd());
    }
    IntList found = new IntList();
    for (int t = 0; t < subjects.size(); t++) {
      long lat = subjects.latNd(t);
      if (lat >= south && lat <= north && shape.containsNd(lat, subjects.lonNd(t))) {
        found.add(t);
      }
    }
    return found.toArray();
  }
}
