package org.orbweaver.format.elements;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.problem.Words;

/** What an element set may say, whatever the format of its file. Units as in files. */
final class Ranges {
  static final double RAD_PER_S_OF_REV_PER_DAY = 2 * Math.PI / 86400;

  /** Slightly more than a circular orbit at the equator's height would have. */
  private static final double HIGHEST_MEAN_MOTION = 18;

  private static final long EARLIEST_NS = Utc.parseNs("1957-01-01T00:00:00Z");
  private static final long LATEST_NS = Utc.parseNs("2157-01-01T00:00:00Z");

  /** A number and the values that it may take. */
  enum Element {
    MEAN_MOTION("meanMotion", Double.MIN_VALUE, HIGHEST_MEAN_MOTION, "above 0, at most 18 rev/day"),
    ECCENTRICITY("eccentricity", 0, Math.nextDown(1.0), "0 to below 1"),
    INCLINATION("inclination", 0, 180, "0 to 180 degrees"),
    RAAN("raan", -360, 360, "-360 to 360 degrees"),
    ARG_PERIGEE("argPerigee", -360, 360, "-360 to 360 degrees"),
    MEAN_ANOMALY("meanAnomaly", -360, 360, "-360 to 360 degrees"),
    BSTAR("bstar", -1e3, 1e3, "-1000 to 1000 per Earth radius"),
    MEAN_MOTION_DOT("meanMotionDot", -1e3, 1e3, "-1000 to 1000 rev/day²");

    final String key;
    private final double min;
    private final double max;
    private final String words;

    Element(String key, double min, double max, String words) {
      this.key = key;
      this.min = min;
      this.max = max;
      this.words = words;
    }

    /** What would be right where a value is out of range, or null where it is in it. */
    @Nullable String fault(double value) {
      return value >= min && value <= max ? null : words;
    }
  }

  private Ranges() {}

  static double checked(Element element, double value, int column) throws LineFault {
    String expected = element.fault(value);
    if (expected != null) {
      throw new LineFault(column, element.key, "is " + Words.number(value), expected);
    }
    return value;
  }

  /** Whether an epoch (UTC, nanoseconds since the Unix epoch) lies in the years of space flight. */
  static boolean isEpoch(long unixNs) {
    return unixNs >= EARLIEST_NS && unixNs < LATEST_NS;
  }
}
