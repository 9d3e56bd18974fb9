package org.orbweaver.study.preview;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.core.policy.AreaRing;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.core.policy.Nanodegrees;
import org.orbweaver.core.policy.ServiceArea;

/**
 * The border of an area, to be drawn.
 *
 * @param id the area's
 * @param isDecided whether the decision is about it
 * @param geoJson its legal text, a MultiPolygon
 * @param rings each its corners as longitude and latitude, degrees; holes among them
 */
record MapOutline(String id, boolean isDecided, String geoJson, List<double[][]> rings) {
  MapOutline {
    rings = List.copyOf(rings);
  }

  static MapOutline of(ServiceArea area, boolean isDecided) {
    List<double[][]> rings = new ArrayList<>();
    for (AreaShape.Polygon polygon : area.shape().polygons()) {
      rings.add(corners(polygon.outer()));
      polygon.holes().forEach(hole -> rings.add(corners(hole)));
    }
    return new MapOutline(area.id(), isDecided, area.shape().canonicalText(), rings);
  }

  private static double[][] corners(AreaRing ring) {
    double[][] corners = new double[ring.size()][];
    for (int i = 0; i < corners.length; i++) {
      corners[i] =
          new double[] {
            (double) ring.lonNd(i) / Nanodegrees.DEGREE, (double) ring.latNd(i) / Nanodegrees.DEGREE
          };
    }
    return corners;
  }
}
