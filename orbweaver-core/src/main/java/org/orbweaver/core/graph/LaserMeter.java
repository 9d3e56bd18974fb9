package org.orbweaver.core.graph;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.core.geometry.Wgs84;
import org.orbweaver.core.link.LaserPattern;

/**
 * Measures the links of fixed patterns again and again, without garbage: what {@link
 * org.orbweaver.core.link.LaserLinks} does once for a moment. The same links are there, with the
 * same lengths.
 */
public final class LaserMeter {
  private final SweepLinks links;
  private final double[] maxRangeM;
  private final double[] minAltitudeM;

  /** For the satellites of an order; each pair of satellites in one pattern at most. */
  public LaserMeter(SweepOrder order, List<? extends LaserPattern> patterns) {
    List<int[]> pairs = new ArrayList<>();
    List<LaserPattern> patternOf = new ArrayList<>();
    for (LaserPattern pattern : patterns) {
      pattern.forEachLink((a, b) -> {
        pairs.add(new int[] {a, b});
        patternOf.add(pattern);
      });
    }
    links =
        new SweepLinks(
            order,
            pairs.stream().mapToInt(pair -> pair[0]).toArray(),
            pairs.stream().mapToInt(pair -> pair[1]).toArray());
    maxRangeM = patternOf.stream().mapToDouble(LaserPattern::maxRangeM).toArray();
    minAltitudeM = patternOf.stream().mapToDouble(LaserPattern::minAltitudeM).toArray();
  }

  /** The links, as long as they were when last measured. */
  public SweepLinks links() {
    return links;
  }

  /** Measures all links between positions by satellite, metres. */
  public SweepLinks measure(double[] xM, double[] yM, double[] zM) {
    return measure(0, 1, xM, yM, zM);
  }

  /** Measures one of several parts of them; other threads may measure the others. */
  public SweepLinks measure(int part, int parts, double[] xM, double[] yM, double[] zM) {
    int end = (int) ((long) links.pairs() * (part + 1) / parts);
    for (int pair = (int) ((long) links.pairs() * part / parts); pair < end; pair++) {
      int a = links.a(pair);
      int b = links.b(pair);
      double dx = xM[b] - xM[a];
      double dy = yM[b] - yM[a];
      double dz = zM[b] - zM[a];
      double squared = dx * dx + dy * dy + dz * dz;
      double lengthM = Math.sqrt(squared);
      boolean possible =
          lengthM <= maxRangeM[pair]
              && clears(xM[a], yM[a], zM[a], dx, dy, dz, squared, minAltitudeM[pair]);
      links.setLength(pair, possible ? Ticks.ofM(lengthM) : Ticks.ABSENT);
    }
    return links;
  }

  /** Whether a link from a place over a way stays as high above the equatorial radius. */
  private static boolean clears(
      double x,
      double y,
      double z,
      double dx,
      double dy,
      double dz,
      double squared,
      double minAltitudeM) {
    double nearSquared = x * x + y * y + z * z;
    double ahead = x * dx + y * dy + z * dz;
    double farSquared = nearSquared + 2 * ahead + squared;
    // Over its middle a link is a quarter of its squared length below the nearer end.
    double least = Math.min(nearSquared, farSquared) - squared / 4;
    double radiusM = Wgs84.SEMI_MAJOR_AXIS_M + minAltitudeM;
    if (least > radiusM * radiusM * 1.000001) {
      return true;
    }
    double t = squared == 0 ? 0 : Math.clamp(-ahead / squared, 0.0, 1.0);
    double px = x + t * dx;
    double py = y + t * dy;
    double pz = z + t * dz;
    return Math.sqrt(px * px + py * py + pz * pz) - Wgs84.SEMI_MAJOR_AXIS_M >= minAltitudeM;
  }
}
