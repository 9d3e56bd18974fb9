package org.orbweaver.core.geometry;

import java.util.Arrays;
import java.util.List;

/**
 * Where something that moves is: between two known places straight ahead along the great circle
 * over a sphere, at even speed; before the first and after the last it stands there.
 */
public final class Track {
  private final long[] timeNs;
  private final List<GeodeticPoint> places;
  private final double sigmaM;
  private final long knownUntilNs;

  /**
   * @param timeNs UTC, nanoseconds since the Unix epoch, ascending, each once
   * @param places where it is then
   * @throws IllegalArgumentException where the two differ in length, are empty or do not ascend
   */
  public Track(long[] timeNs, List<GeodeticPoint> places) {
    this(timeNs, places, 0, Long.MAX_VALUE);
  }

  private Track(long[] timeNs, List<GeodeticPoint> places, double sigmaM, long knownUntilNs) {
    this.sigmaM = sigmaM;
    this.knownUntilNs = knownUntilNs;
    this.timeNs = timeNs.clone();
    this.places = List.copyOf(places);
    boolean ascends = timeNs.length > 0;
    for (int k = 1; k < timeNs.length; k++) {
      ascends &= timeNs[k] > timeNs[k - 1];
    }
    if (!ascends || timeNs.length != places.size()) {
      throw new IllegalArgumentException("a track needs places at ascending times");
    }
  }

  /**
   * Of something that has said where it is, and stands there until it says so again.
   *
   * @param sigmaM standard deviation of the place, metres
   * @param atNs when it said so: UTC, nanoseconds since the Unix epoch
   * @param knownUntilNs from when on nobody knows any more whether it still is there
   */
  public static Track reported(GeodeticPoint place, double sigmaM, long atNs, long knownUntilNs) {
    return new Track(new long[] {atNs}, List.of(place), sigmaM, knownUntilNs);
  }

  /** Whether it is known where it is; else its last place stands in for that. */
  public boolean isKnownAt(long unixNs) {
    return unixNs < knownUntilNs;
  }

  /** Standard deviation of its places, metres. */
  public double sigmaM() {
    return sigmaM;
  }

  /** The place at an instant (UTC, nanoseconds since the Unix epoch). */
  public GeodeticPoint at(long unixNs) {
    int after = after(unixNs);
    if (after == 0 || after == timeNs.length) {
      return places.get(Math.max(0, after - 1));
    }
    GeodeticPoint a = places.get(after - 1);
    if (unixNs == timeNs[after - 1]) {
      return a;
    }
    GeodeticPoint b = places.get(after);
    double share =
        ((double) unixNs - timeNs[after - 1]) / ((double) timeNs[after] - timeNs[after - 1]);
    return between(a, b, share);
  }

  /** Speed over ground at an instant, m/s; zero before the first and after the last place. */
  public double speedMPerS(long unixNs) {
    int after = after(unixNs);
    if (after == 0 || after == timeNs.length) {
      return 0;
    }
    return places.get(after - 1).greatCircleM(places.get(after))
        / (((double) timeNs[after] - timeNs[after - 1]) / 1e9);
  }

  public long startNs() {
    return timeNs[0];
  }

  public long endNs() {
    return timeNs[timeNs.length - 1];
  }

  /** How many places are at or before an instant. */
  private int after(long unixNs) {
    int found = Arrays.binarySearch(timeNs, unixNs);
    return found >= 0 ? found + 1 : -1 - found;
  }

  /** Along the great circle; halfway round the Earth any way would do, and the chord has none. */
  private static GeodeticPoint between(GeodeticPoint a, GeodeticPoint b, double share) {
    double angle = a.greatCircleM(b) / Wgs84.MEAN_RADIUS_M;
    double sin = Math.sin(angle);
    boolean near = sin < 1e-9;
    double weightA = near ? 1 - share : Math.sin((1 - share) * angle) / sin;
    double weightB = near ? share : Math.sin(share * angle) / sin;
    double x = weightA * cosCos(a) + weightB * cosCos(b);
    double y = weightA * cosSin(a) + weightB * cosSin(b);
    double z = weightA * Math.sin(a.latRad()) + weightB * Math.sin(b.latRad());
    return new GeodeticPoint(
        Math.atan2(z, Math.hypot(x, y)),
        Math.atan2(y, x),
        (1 - share) * a.altM() + share * b.altM());
  }

  private static double cosCos(GeodeticPoint p) {
    return Math.cos(p.latRad()) * Math.cos(p.lonRad());
  }

  private static double cosSin(GeodeticPoint p) {
    return Math.cos(p.latRad()) * Math.sin(p.lonRad());
  }
}
