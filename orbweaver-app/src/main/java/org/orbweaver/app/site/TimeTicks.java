package org.orbweaver.app.site;

import java.util.ArrayList;
import java.util.List;

/** Round moments of UTC within an interval, a handful of them, and round steps of numbers. */
record TimeTicks(List<Long> momentsNs, long stepNs) {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final int[] STEPS_MINUTES = {1, 2, 5, 10, 15, 30, 60, 180, 360, 720, 1440};
  private static final int MOST = 9;

  static TimeTicks of(long fromNs, long toNs) {
    long stepNs = MINUTE_NS;
    for (int minutes : STEPS_MINUTES) {
      stepNs = minutes * MINUTE_NS;
      if ((toNs - fromNs) / stepNs < MOST) {
        break;
      }
    }
    while ((toNs - fromNs) / stepNs >= MOST) {
      stepNs *= 2;
    }
    List<Long> moments = new ArrayList<>();
    for (long t = Math.floorDiv(fromNs + stepNs - 1, stepNs) * stepNs; t <= toNs; t += stepNs) {
      moments.add(t);
    }
    return new TimeTicks(List.copyOf(moments), stepNs);
  }

  /** The time of day; the date where a day begins or days are counted. */
  String label(long unixNs) {
    String moment = Phrases.moment(unixNs);
    boolean midnight = moment.endsWith("00:00:00");
    return midnight || stepNs >= 1440 * MINUTE_NS
        ? moment.substring(5, 10)
        : moment.substring(11, 16);
  }

  /** 1, 2 or 5 times a power of ten, so that about {@code parts} of them make up the greatest. */
  static double step(double greatest, int parts) {
    double rough = greatest / parts;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }
}
