package org.orbweaver.core.traffic;

import java.util.Map;
import java.util.TreeMap;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.MeanElements;

/**
 * How dense satellites are by latitude, beside the mean over the Earth. A circular orbit of
 * inclination i is between latitudes a and b for {@code (asin(sin b / sin i) − asin(sin a / sin i))
 * / π} of the time, so that satellites crowd where their orbits turn.
 */
final class LatitudeBands {
  /** Inclinations are told apart by a tenth of a degree. */
  private static final double PER_RAD = 1800 / Math.PI;

  private LatitudeBands() {}

  /** By band of equal width from south to north. */
  static double[] relativeDensity(Ephemeris ephemeris, int bands) {
    Map<Long, Integer> byInclination = new TreeMap<>();
    int satellites = 0;
    for (int s = 0; s < ephemeris.size(); s++) {
      MeanElements e = ephemeris.elements(s);
      if (e.isUsable()) {
        byInclination.merge(Math.round(e.inclinationRad() * PER_RAD), 1, Integer::sum);
        satellites++;
      }
    }
    double[] density = new double[bands];
    for (Map.Entry<Long, Integer> shell : byInclination.entrySet()) {
      double sinI = Math.max(1e-3, Math.abs(Math.sin(shell.getKey() / PER_RAD)));
      for (int b = 0; b < bands; b++) {
        double from = sinOfEdge(b, bands);
        double to = sinOfEdge(b + 1, bands);
        double time = (angle(to / sinI) - angle(from / sinI)) / Math.PI;
        density[b] += shell.getValue() * time / ((to - from) / 2) / satellites;
      }
    }
    return density;
  }

  private static double sinOfEdge(int edge, int bands) {
    return Math.sin(Math.PI * ((double) edge / bands - 0.5));
  }

  private static double angle(double sine) {
    return Math.asin(Math.clamp(sine, -1.0, 1.0));
  }
}
