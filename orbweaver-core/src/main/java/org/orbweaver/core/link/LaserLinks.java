package org.orbweaver.core.link;

import java.util.Arrays;
import java.util.List;
import org.orbweaver.core.geometry.Wgs84;
import org.orbweaver.core.orbit.Snapshot;

/**
 * The laser links that exist at a moment, each in both directions. Layout: compressed rows by
 * satellite, neighbours ascending, with their distances in a parallel array.
 */
public final class LaserLinks {
  private final int[] rowStart;
  private final int[] neighbour;
  private final double[] lengthM;

  private LaserLinks(int[] rowStart, int[] neighbour, double[] lengthM) {
    this.rowStart = rowStart;
    this.neighbour = neighbour;
    this.lengthM = lengthM;
  }

  /** The links of the patterns that are short enough and clear the atmosphere. */
  public static LaserLinks of(Snapshot snapshot, List<? extends LaserPattern> patterns) {
    int[] degree = new int[snapshot.size()];
    for (LaserPattern pattern : patterns) {
      pattern.forEachLink((a, b) -> {
        if (isPossible(snapshot, pattern, a, b)) {
          degree[a]++;
          degree[b]++;
        }
      });
    }
    int[] rowStart = new int[snapshot.size() + 1];
    for (int i = 0; i < degree.length; i++) {
      rowStart[i + 1] = rowStart[i] + degree[i];
    }
    int[] next = Arrays.copyOf(rowStart, snapshot.size());
    int[] neighbour = new int[rowStart[snapshot.size()]];
    for (LaserPattern pattern : patterns) {
      pattern.forEachLink((a, b) -> {
        if (isPossible(snapshot, pattern, a, b)) {
          neighbour[next[a]++] = b;
          neighbour[next[b]++] = a;
        }
      });
    }
    double[] lengthM = new double[neighbour.length];
    for (int i = 0; i < degree.length; i++) {
      Arrays.sort(neighbour, rowStart[i], rowStart[i + 1]);
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        lengthM[k] = snapshot.distanceM(i, neighbour[k]);
      }
    }
    return new LaserLinks(rowStart, neighbour, lengthM);
  }

  private static boolean isPossible(Snapshot snapshot, LaserPattern pattern, int a, int b) {
    return snapshot.isValid(a)
        && snapshot.isValid(b)
        && snapshot.distanceM(a, b) <= pattern.maxRangeM()
        && lowestAltitudeM(snapshot, a, b) >= pattern.minAltitudeM();
  }

  /** Height of the lowest point of a link above a sphere of the equatorial radius, metres. */
  static double lowestAltitudeM(Snapshot snapshot, int a, int b) {
    double ax = snapshot.xM(a);
    double ay = snapshot.yM(a);
    double az = snapshot.zM(a);
    double dx = snapshot.xM(b) - ax;
    double dy = snapshot.yM(b) - ay;
    double dz = snapshot.zM(b) - az;
    double squared = dx * dx + dy * dy + dz * dz;
    double t = squared == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy + az * dz) / squared, 0.0, 1.0);
    double px = ax + t * dx;
    double py = ay + t * dy;
    double pz = az + t * dz;
    return Math.sqrt(px * px + py * py + pz * pz) - Wgs84.SEMI_MAJOR_AXIS_M;
  }

  /** The links that are not out. */
  LaserLinks without(Outages outages) {
    int[] leftStart = new int[rowStart.length];
    int[] left = new int[neighbour.length];
    double[] leftLengthM = new double[neighbour.length];
    int end = 0;
    for (int s = 0; s < satellites(); s++) {
      for (int k = rowStart[s]; k < rowStart[s + 1]; k++) {
        if (!outages.isLaserOut(s, neighbour[k])) {
          left[end] = neighbour[k];
          leftLengthM[end++] = lengthM[k];
        }
      }
      leftStart[s + 1] = end;
    }
    return new LaserLinks(leftStart, Arrays.copyOf(left, end), Arrays.copyOf(leftLengthM, end));
  }

  public boolean isEmpty() {
    return neighbour.length == 0;
  }

  /** Number of satellites, linked or not. */
  public int satellites() {
    return rowStart.length - 1;
  }

  /** First entry of a satellite's row. */
  public int first(int satellite) {
    return rowStart[satellite];
  }

  /** One past the last entry of a satellite's row. */
  public int end(int satellite) {
    return rowStart[satellite + 1];
  }

  /** The satellite at the other end of an entry. */
  public int neighbour(int entry) {
    return neighbour[entry];
  }

  /** Straight distance of an entry, metres. */
  public double lengthM(int entry) {
    return lengthM[entry];
  }

  /** Links, each counted once. */
  public int count() {
    return neighbour.length / 2;
  }
}
