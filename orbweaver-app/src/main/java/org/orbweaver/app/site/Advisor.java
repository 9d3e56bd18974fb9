package org.orbweaver.app.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.orbweaver.app.output.Decimals;
import org.orbweaver.core.Planner;
import org.orbweaver.core.geometry.Footprint;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.Verdict;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.Outage;
import org.orbweaver.core.time.Slot;

/** Puts reasons for no service into words, with what of the network explains them. */
public final class Advisor {
  private static final double EARTH_RADIUS_M = 6_371_008.8;
  private static final int MOST_NAMED = 3;

  private final Planner planner;
  private final Network network;

  public Advisor(Planner planner) {
    this.planner = planner;
    this.network = planner.network();
  }

  /** In the order given. */
  List<Advice> of(SiteDay day, List<Share> reasons) {
    return reasons.stream()
        .map(share -> advice(day, ReasonCode.valueOf(share.name()), share.percent()))
        .map(advice -> withOutages(day, advice))
        .toList();
  }

  /** Says too what was out of service in those slots, which may be the cause. */
  private Advice withOutages(SiteDay day, Advice advice) {
    Set<String> out = new LinkedHashSet<>();
    for (int k = 0; k < day.size(); k++) {
      if (!day.isServed(k) && day.reason(k) == advice.reason()) {
        Slot slot = network.slots().at(day.startNs(k));
        for (Outage outage : network.outages().all()) {
          if (outage.touches(slot)) {
            out.add(outage.name());
          }
        }
      }
    }
    if (out.isEmpty()) {
      return advice;
    }
    int more = out.size() - MOST_NAMED;
    return new Advice(
        advice.reason(),
        advice.percent(),
        advice.sentence()
            + " Out of service meanwhile: "
            + out.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
            + (more > 0 ? " and " + more + " more." : "."),
        "Repair of what is out of service, where that is the cause. " + advice.remedy());
  }

  private Advice advice(SiteDay day, ReasonCode reason, double percent) {
    int terminal = day.terminal();
    return switch (reason) {
      case NO_SATELLITE_IN_VIEW -> noSatellite(terminal, percent);
      case GSO_PROTECTION -> gso(percent);
      case NO_GATEWAY_REACHABLE -> noGateway(terminal, percent);
      case NO_BEAM_FREE ->
          new Advice(
              reason,
              percent,
              "Satellites are in view, but their beams light the cells of other terminals.",
              "More beams a satellite, more satellites, or fewer terminals in this region.");
      case SATELLITE_FAILED ->
          new Advice(
              reason,
              percent,
              "The serving satellite failed within the slot.",
              "Nothing here: the next slot takes another satellite.");
      case AREA_DARK, COUNTRY_BLOCKED, NO_LICENCE, NOT_AUTHORISED, LINE_PAUSED, UNKNOWN_LOCATION ->
          new Advice(
              reason,
              percent,
              "A decision keeps the place from being served: " + deciding(day, reason) + ".",
              "Another decision, or another licence; the sky is not the reason.");
      default ->
          new Advice(
              reason,
              percent,
              "The network gives the reason " + reason + ".",
              "See the reason codes in the documents.");
    };
  }

  /** Who decided so, and who had another word. */
  private static String deciding(SiteDay day, ReasonCode reason) {
    Set<String> words = new LinkedHashSet<>();
    for (int k = 0; k < day.size(); k++) {
      Verdict verdict = day.refusal(k);
      if (verdict != null && day.reason(k) == reason) {
        words.add(Phrases.byWhom(verdict));
      }
    }
    int more = words.size() - MOST_NAMED;
    return words.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private Advice noSatellite(int terminal, double percent) {
    double maskRad = planner.terminalLimits().minElevationRad(terminal);
    double latDeg = Math.abs(Math.toDegrees(network.terminals().point(terminal).latRad()));
    double edgeDeg = 0;
    for (int s = 0; s < network.ephemeris().size(); s++) {
      MeanElements e = network.ephemeris().elements(s);
      double turnsRad = Math.min(e.inclinationRad(), Math.PI - e.inclinationRad());
      edgeDeg =
          Math.max(
              edgeDeg,
              Math.toDegrees(
                  turnsRad + Footprint.angleRad(EARTH_RADIUS_M, e.semiMajorAxisM(), maskRad)));
    }
    String sentence =
        "No satellite stands as high as the elevation mask of " + degrees(maskRad) + ".";
    return latDeg > edgeDeg
        ? new Advice(
            ReasonCode.NO_SATELLITE_IN_VIEW,
            percent,
            sentence
                + " With this mask the satellites serve up to "
                + Decimals.format(edgeDeg, 1)
                + "° of latitude; the site is at "
                + Decimals.format(latDeg, 1)
                + "°.",
            "Satellites of a higher inclination, or a lower mask.")
        : new Advice(
            ReasonCode.NO_SATELLITE_IN_VIEW,
            percent,
            sentence + " There are gaps between the satellites that reach this latitude.",
            "More satellites that reach this latitude, or a lower mask.");
  }

  private Advice gso(double percent) {
    return new Advice(
        ReasonCode.GSO_PROTECTION,
        percent,
        "Every satellite in view stands within "
            + degrees(planner.terminalLimits().minGsoSeparationRad())
            + " of the geostationary arc.",
        "More satellites away from the arc (toward the pole), a lower mask there, or a smaller"
            + " separation where the regulator allows it.");
  }

  private Advice noGateway(int terminal, double percent) {
    boolean lasers = !network.scenario().lasers().isEmpty();
    if (network.gateways().size() == 0) {
      return new Advice(
          ReasonCode.NO_GATEWAY_REACHABLE,
          percent,
          "The network has no gateways.",
          "A gateway, and lasers where it is far.");
    }
    GeodeticPoint here = network.terminals().point(terminal);
    int nearest = 0;
    double nearestM = Double.POSITIVE_INFINITY;
    for (int g = 0; g < network.gateways().size(); g++) {
      double distanceM = here.greatCircleM(network.gateways().point(g));
      if (distanceM < nearestM) {
        nearest = g;
        nearestM = distanceM;
      }
    }
    String sentence =
        "Satellites are in view, but none that may be used reaches a gateway with a free antenna"
            + (lasers ? ", directly or over lasers" : ", and the network has no lasers")
            + ". The nearest gateway, "
            + network.gateways().name(nearest)
            + ", is "
            + Math.round(nearestM / 1e3)
            + " km away; one satellite joins places up to "
            + 10 * Math.round(bentPipeM(terminal, nearest) / 1e4)
            + " km apart.";
    return new Advice(
        ReasonCode.NO_GATEWAY_REACHABLE,
        percent,
        sentence,
        lasers
            ? "A gateway nearer, more antennas at those around, or longer laser links."
            : "A gateway nearer, or satellites with lasers.");
  }

  /** Farthest that the highest satellite joins two places under their masks, metres. */
  private double bentPipeM(int terminal, int gateway) {
    double farthestRad = 0;
    for (int s = 0; s < network.ephemeris().size(); s++) {
      double radiusM = network.ephemeris().elements(s).semiMajorAxisM();
      farthestRad =
          Math.max(
              farthestRad,
              Footprint.angleRad(
                      EARTH_RADIUS_M, radiusM, planner.terminalLimits().minElevationRad(terminal))
                  + Footprint.angleRad(
                      EARTH_RADIUS_M, radiusM, planner.gatewayLimits().minElevationRad(gateway)));
    }
    return farthestRad * EARTH_RADIUS_M;
  }

  private static String degrees(double rad) {
    double deg = Math.toDegrees(rad);
    return Decimals.format(deg, Math.abs(deg - Math.rint(deg)) < 1e-6 ? 0 : 1) + "°";
  }
}
