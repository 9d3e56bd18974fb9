package org.orbweaver.core.traffic;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.radio.Payload;
import org.orbweaver.core.radio.RainHeight;
import org.orbweaver.core.radio.RainLoss;
import org.orbweaver.core.radio.RainNow;
import org.orbweaver.core.schedule.Schedule;

/**
 * What the links of one slot carry, at its start. A beam's terminals stand within a few kilometres:
 * in clear air the first one's elevation does for all. Where it rains each has its own loss, and
 * the beam carries what equal shares come to: the harmonic mean over those that it reaches. Layout:
 * by beam its rates in clear air; the terminals with a loss, ascending, with it.
 */
public final class LinkRates {
  private final LinkBudget budget;
  private final Schedule schedule;
  private final Snapshot satellites;
  private final RainNow rain;
  private final int[] firstOf;
  private final int[] wet;
  private final RainLoss[] loss;

  /** What one direction's beams carry, and what each terminal in rain may have at most. */
  record Direction(BeamRates beams, Tariffs tariffs) {}

  LinkRates(LinkBudget budget, Schedule schedule, Snapshot satellites, RainNow rain) {
    this.budget = budget;
    this.schedule = schedule;
    this.satellites = satellites;
    this.rain = rain;
    firstOf = new int[schedule.beams()];
    Arrays.fill(firstOf, -1);
    for (int t = schedule.terminals() - 1; t >= 0; t--) {
      if (schedule.isServed(t)) {
        firstOf[schedule.beam(t)] = t;
      }
    }
    SiteTable sites = schedule.sites();
    wet =
        rain.isDry()
            ? new int[0]
            : IntStream.range(0, schedule.terminals())
                .filter(schedule::isServed)
                .filter(t -> rain.isNear(sites.upX(t), sites.upY(t), sites.upZ(t)))
                .filter(t -> lossOf(t) != RainLoss.NONE)
                .toArray();
    loss = Arrays.stream(wet).mapToObj(this::lossOf).toArray(RainLoss[]::new);
  }

  /** The same slot in other rain. */
  public LinkRates in(RainNow otherRain) {
    return new LinkRates(budget, schedule, satellites, otherRain);
  }

  /** What rain takes of the link that serves a terminal. */
  public RainLoss loss(int terminal) {
    int k = Arrays.binarySearch(wet, terminal);
    return k < 0 ? RainLoss.NONE : loss[k];
  }

  private RainLoss lossOf(int terminal) {
    GeodeticPoint point = schedule.sites().point(terminal);
    int s = schedule.satellite(terminal);
    LookAngle look =
        schedule.sites().lookAngle(terminal, satellites.xM(s), satellites.yM(s), satellites.zM(s));
    double topM = RainHeight.aboveSeaM(point.latRad());
    double mmPerH = rain.mmPerH(point);
    double downDb = rain.pathDb(point, look, topM, budget.specific(false));
    return mmPerH == 0 && downDb == 0
        ? RainLoss.NONE
        : new RainLoss(
            mmPerH,
            downDb,
            rain.pathDb(point, look, topM, budget.specific(true)),
            budget.unexplained().db(mmPerH));
  }

  /** The most that a served terminal's link lets it have, bit/s. */
  public double ceilingBps(int terminal, boolean isUp) {
    return ceilingBps(terminal, isUp, loss(terminal));
  }

  /** The same in other rain. */
  public double ceilingBps(int terminal, boolean isUp, RainLoss otherLoss) {
    return ceilingBps(isUp, ownBps(terminal, isUp, otherLoss));
  }

  private double ceilingBps(boolean isUp, double ofLinkBps) {
    return Math.min(isUp ? budget.terminalDuty() * ofLinkBps : ofLinkBps, budget.mostBps(isUp));
  }

  /** What a terminal's link carries while it has all of the channel, bit/s. */
  private double ownBps(int terminal, boolean isUp, RainLoss itsLoss) {
    int s = schedule.satellite(terminal);
    double sin = sinElevation(terminal, s);
    return itsLoss == RainLoss.NONE
        ? budget.table(s, isUp).clearBps(sin)
        : budget.table(s, isUp).bps(sin, itsLoss.db(isUp));
  }

  private double sinElevation(int terminal, int s) {
    SiteTable sites = schedule.sites();
    double dx = satellites.xM(s) - sites.xM(terminal);
    double dy = satellites.yM(s) - sites.yM(terminal);
    double dz = satellites.zM(s) - sites.zM(terminal);
    return (dx * sites.upX(terminal) + dy * sites.upY(terminal) + dz * sites.upZ(terminal))
        / Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** One direction's rates, as sharing wants them. */
  Direction direction(boolean isUp, Tariffs tariffs) {
    double[] clearBps = new double[firstOf.length];
    Arrays.setAll(clearBps, b -> firstOf[b] < 0 ? 0 : ownBps(firstOf[b], isUp, RainLoss.NONE));
    double[] beamBps = wet.length == 0 ? clearBps : clearBps.clone();
    double[] wetBps = new double[wet.length];
    if (wet.length > 0) {
      Arrays.setAll(wetBps, k -> ownBps(wet[k], isUp, loss[k]));
      shareOutRain(clearBps, wetBps, beamBps);
    }
    double mostBps = budget.mostBps(isUp);
    return new Direction(
        new BeamRates(b -> Math.min(beamBps[b], mostBps), b -> ceilingBps(isUp, clearBps[b])),
        tariffs.atMost(wet, mostInRain(isUp, wetBps, tariffs)));
  }

  /** Others lose by rain as a terminal does, so that it keeps its part of what is left. */
  private double[] mostInRain(boolean isUp, double[] wetBps, Tariffs tariffs) {
    double[] most = new double[wet.length];
    for (int k = 0; k < wet.length; k++) {
      int tariff = tariffs.of(wet[k]);
      most[k] = ceilingBps(isUp, wetBps[k]);
      double clearBps = ceilingBps(isUp, ownBps(wet[k], isUp, RainLoss.NONE));
      if (tariffs.others(tariff) > 0 && clearBps > 0) {
        most[k] = Math.min(most[k], tariffs.leftBps(tariff) * most[k] / clearBps);
      }
    }
    return most;
  }

  /**
   * Sets satellites to what their make carries, and feeder links in rain to what is left of them.
   *
   * @param resourceBps by resource, changed
   */
  void bound(double[] resourceBps, WayResources resources, boolean isUp) {
    for (int r = 0; r < resources.size(); r++) {
      if (resources.kind(r) == WayResources.SATELLITE) {
        Payload payload = budget.payload(resources.from(r));
        resourceBps[r] = isUp ? payload.upBps() : payload.downBps();
      } else if (resources.kind(r) == WayResources.FEEDER && !rain.isDry()) {
        resourceBps[r] *= feederShare(resources.from(r), resources.to(r), isUp);
      }
    }
  }

  /** How much rain leaves of a feeder link. */
  private double feederShare(int satellite, int gateway, boolean isUp) {
    SiteTable gateways = budget.gateways();
    if (!rain.isNear(gateways.upX(gateway), gateways.upY(gateway), gateways.upZ(gateway))) {
      return 1;
    }
    GeodeticPoint point = gateways.point(gateway);
    LookAngle look =
        gateways.lookAngle(
            gateway, satellites.xM(satellite), satellites.yM(satellite), satellites.zM(satellite));
    double lossDb =
        rain.pathDb(point, look, RainHeight.aboveSeaM(point.latRad()), budget.feederSpecific(isUp));
    double sin = Math.sin(look.elevationRad());
    double clearBps = budget.feeder().of(isUp).clearBps(sin);
    return lossDb == 0 || clearBps == 0 ? 1 : budget.feeder().of(isUp).bps(sin, lossDb) / clearBps;
  }

  /** Those that rain has cut off take no part, so that they do not stop the others. */
  private void shareOutRain(double[] clearBps, double[] wetBps, double[] beamBps) {
    int[] members = new int[firstOf.length];
    for (int t = 0; t < schedule.terminals(); t++) {
      if (schedule.isServed(t)) {
        members[schedule.beam(t)]++;
      }
    }
    int[] reached = members.clone();
    double[] turns = new double[firstOf.length];
    for (int k = 0; k < wet.length; k++) {
      int b = schedule.beam(wet[k]);
      members[b]--;
      if (wetBps[k] > 0) {
        turns[b] += 1 / wetBps[k];
      } else {
        reached[b]--;
      }
    }
    for (int k = 0; k < wet.length; k++) {
      int b = schedule.beam(wet[k]);
      double all = turns[b] + members[b] / clearBps[b];
      beamBps[b] = reached[b] == 0 ? 0 : reached[b] / all;
    }
  }
}
