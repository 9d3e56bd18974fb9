package org.orbweaver.core.traffic;

import java.util.HashMap;
import java.util.Map;
import org.orbweaver.core.schedule.Schedule;

/**
 * Rates by equal shares: what a satellite or a feeder link can carry is divided by the number of
 * terminals that it serves, whether they use it or not; a terminal gets the least of its shares, of
 * its beam and of its own limit. Simple and never more than there is; what one terminal cannot use
 * is not given to another.
 *
 * @param beamBps capacity of a beam, bit/s
 * @param satelliteBps capacity of a satellite, bit/s
 * @param feederBps capacity of a feeder link, bit/s
 */
public record EqualShare(double beamBps, double satelliteBps, double feederBps) {

  /**
   * The rate of every terminal, bit/s; 0 where it is unserved.
   *
   * @param limitBps by terminal
   */
  public double[] rates(Schedule schedule, double[] limitBps) {
    Map<Integer, Integer> onSatellite = new HashMap<>();
    Map<Long, Integer> onFeeder = new HashMap<>();
    for (int t = 0; t < schedule.terminals(); t++) {
      if (schedule.isServed(t)) {
        onSatellite.merge(schedule.satellite(t), 1, Integer::sum);
        onFeeder.merge(feeder(schedule, t), 1, Integer::sum);
      }
    }
    double[] rateBps = new double[schedule.terminals()];
    for (int t = 0; t < rateBps.length; t++) {
      if (schedule.isServed(t)) {
        double satelliteShare = satelliteBps / onSatellite.getOrDefault(schedule.satellite(t), 1);
        double feederShare = feederBps / onFeeder.getOrDefault(feeder(schedule, t), 1);
        rateBps[t] =
            Math.min(Math.min(limitBps[t], beamBps), Math.min(satelliteShare, feederShare));
      }
    }
    return rateBps;
  }

  private static long feeder(Schedule schedule, int terminal) {
    return (long) schedule.gateway(terminal) << 32 | schedule.exitSatellite(terminal);
  }
}
