package org.orbweaver.app.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.validate.RainBins.Bin;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.radio.RainCell;
import org.orbweaver.core.radio.RainLoss;
import org.orbweaver.core.radio.RainNow;
import org.orbweaver.core.radio.UnexplainedRain;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.core.traffic.LinkRates;

/**
 * What rain leaves of rates toward a terminal: slots of a day are planned at each place, and rain
 * is let fall there in each.
 */
final class RainRates {
  /** A patch of rain as wide as a shower. */
  private static final double RADIUS_M = 10e3;

  /** One terminal is planned quickly, and links carry in steps. */
  private static final int TIMES_AS_MANY_SLOTS = 2;

  private static final long NS_PER_DAY = 86_400_000_000_000L;

  private final RainBins measured;
  private final UnexplainedRain shipped;
  private final Map<String, List<LinkRates>> slotsAt = new HashMap<>();
  private final Map<Shower, RainLoss[]> lossesIn = new HashMap<>();

  private record Shower(String place, double mmPerH) {}

  private RainRates(RainBins measured, UnexplainedRain shipped) {
    this.measured = measured;
    this.shipped = shipped;
  }

  /** Null where the network has no budget of its links, or the file no bins. */
  static @Nullable RainRates of(Network network, RainBins measured, int slots) {
    var budget = network.scenario().radio().budget();
    if (budget == null || measured.bins().isEmpty()) {
      return null;
    }
    RainRates rates = new RainRates(measured, budget.unexplainedRain().curve());
    for (Bin bin : measured.bins()) {
      rates.slotsAt.computeIfAbsent(
          bin.place(), place -> plan(network, bin, TIMES_AS_MANY_SLOTS * slots));
    }
    return rates;
  }

  private static List<LinkRates> plan(Network network, Bin at, int slots) {
    TerminalSpec terminal =
        PlannedDelays.place("site", at.latDeg(), at.lonDeg(), new CountryAndPop(null, null));
    Planner planner = new Planner(PlannedDelays.sampled(network, List.of(terminal)));
    List<LinkRates> links = new ArrayList<>();
    for (int k = 0; k < slots; k++) {
      SlotPlan plan =
          planner.plan(network.slots().at(network.startNs() + k * (NS_PER_DAY / slots)), null);
      if (plan.schedule().isServed(0) && plan.links() != null) {
        links.add(plan.links());
      }
    }
    return links;
  }

  RainBins measured() {
    return measured;
  }

  /** The curve of the scenario. */
  UnexplainedRain shipped() {
    return shipped;
  }

  /** The rate in rain over that in clear air, summed over all slots; {@code NaN} if unserved. */
  double factor(Bin at, double mmPerH, UnexplainedRain curve) {
    List<LinkRates> slots = slotsAt.getOrDefault(at.place(), List.of());
    RainLoss[] losses =
        lossesIn.computeIfAbsent(new Shower(at.place(), mmPerH), same -> losses(slots, at, mmPerH));
    double wet = 0;
    double dry = 0;
    for (int k = 0; k < losses.length; k++) {
      wet += slots.get(k).ceilingBps(0, false, losses[k].with(curve));
      dry += slots.get(k).ceilingBps(0, false, RainLoss.NONE);
    }
    return wet / dry;
  }

  private static RainLoss[] losses(List<LinkRates> slots, Bin at, double mmPerH) {
    GeodeticPoint centre = GeodeticPoint.ofDegrees(at.latDeg(), at.lonDeg(), 0);
    RainNow rain = new RainNow(List.of(new RainCell.State(0, centre, RADIUS_M, mmPerH)));
    return slots.stream().map(links -> links.in(rain).loss(0)).toArray(RainLoss[]::new);
  }
}
