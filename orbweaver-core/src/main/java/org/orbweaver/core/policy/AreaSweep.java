package org.orbweaver.core.policy;

import java.util.BitSet;

/** Finds the terminals that are in one area: for an area that is new. */
final class AreaSweep {
  private final AreaShape shape;

  AreaSweep(AreaShape shape) {
    this.shape = shape;
  }

  /** Their indices, ascending. */
  int[] of(Subjects subjects) {
    BitSet in = new BitSet();
    for (AreaShape.Polygon polygon : shape.polygons()) {
      subjects
          .cells()
          .near(
              polygon.outer(),
              t -> {
                if (!in.get(t) && polygon.isAt(subjects.latNd(t), subjects.lonNd(t))) {
                  in.set(t);
                }
              });
    }
    return in.stream().toArray();
  }
}
