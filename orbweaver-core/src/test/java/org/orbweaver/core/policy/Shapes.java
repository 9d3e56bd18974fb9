package org.orbweaver.core.policy;

import java.util.Arrays;
import java.util.List;

/** Areas as tests write them: corners as latitude and longitude in degrees. */
final class Shapes {
  private Shapes() {}

  static AreaRing ring(double... latLon) {
    long[] lat = new long[latLon.length / 2];
    long[] lon = new long[lat.length];
    Arrays.setAll(lat, i -> Nanodegrees.ofDegrees(latLon[2 * i]));
    Arrays.setAll(lon, i -> Nanodegrees.ofDegrees(latLon[2 * i + 1]));
    return new AreaRing(lat, lon);
  }

  static AreaRing boxRing(double south, double west, double north, double east) {
    return ring(south, west, south, east, north, east, north, west);
  }

  static AreaShape box(double south, double west, double north, double east) {
    return AreaShape.of(boxRing(south, west, north, east));
  }

  static AreaShape withHole(AreaRing outer, AreaRing... holes) {
    return new AreaShape(List.of(new AreaShape.Polygon(outer, List.of(holes))));
  }

  static boolean contains(AreaShape shape, double lat, double lon) {
    return shape.containsNd(Nanodegrees.ofDegrees(lat), Nanodegrees.ofDegrees(lon));
  }
}
