package org.orbweaver.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.Generation;
import org.orbweaver.core.radio.Air;
import org.orbweaver.core.radio.GasAttenuation;
import org.orbweaver.core.radio.LinkTable;
import org.orbweaver.core.radio.Payload;
import org.orbweaver.core.radio.RadioLink;
import org.orbweaver.core.scenario.BudgetSpec;
import org.orbweaver.core.scenario.DownlinkSpec;
import org.orbweaver.core.scenario.FeederSpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.PayloadSpec;
import org.orbweaver.core.scenario.RadioSpec;
import org.orbweaver.core.traffic.LinkBudget;

/** The scenario's radio links turned into tables: one for each make and height of satellites. */
final class LinkBudgets {
  private static final double BPS_PER_MBPS = 1e6;

  /** Satellites whose heights differ by less share their tables. */
  private static final double HEIGHT_STEP_M = 20e3;

  private static final double LOWEST_M = 100e3;
  private static final double HIGHEST_M = 50_000e3;

  private final RadioSpec radio;
  private final BudgetSpec budget;
  private final Map<Kind, Integer> known = new HashMap<>();
  private final Map<Double, LinkTable> ups = new HashMap<>();
  private final List<Payload> payloads = new ArrayList<>();

  private record Kind(Generation generation, double heightM) {}

  private LinkBudgets(RadioSpec radio, BudgetSpec budget) {
    this.radio = radio;
    this.budget = budget;
  }

  /** Null where the scenario has no budget. */
  static @Nullable LinkBudget of(Network network) {
    RadioSpec radio = network.scenario().radio();
    BudgetSpec budget = radio.budget();
    return budget == null ? null : new LinkBudgets(radio, budget).links(network);
  }

  private LinkBudget links(Network network) {
    int[] payloadOf = new int[network.ephemeris().size()];
    for (int s = 0; s < payloadOf.length; s++) {
      Generation generation = network.ephemeris().generation(s);
      double heightM =
          Math.clamp(network.ephemeris().elements(s).meanAltitudeM(), LOWEST_M, HIGHEST_M);
      payloadOf[s] =
          known.computeIfAbsent(
              new Kind(generation, HEIGHT_STEP_M * Math.round(heightM / HEIGHT_STEP_M)), this::add);
    }
    if (payloads.isEmpty()) {
      add(new Kind(Generation.UNKNOWN, LOWEST_M));
    }
    FeederSpec feeder = budget.feeder();
    return new LinkBudget(
        payloads,
        payloadOf,
        new LinkBudget.Bounds(
            BPS_PER_MBPS * radio.beamDownMbps(),
            BPS_PER_MBPS * radio.beamUpMbps(),
            budget.up().duty()),
        new LinkBudget.Feeder(
            table(feeder.towardTerminals(), 550e3), table(feeder.fromTerminals(), 550e3)),
        network.gateways(),
        budget.unexplainedRain().curve(),
        network.rain());
  }

  private int add(Kind kind) {
    PayloadSpec own =
        budget.payloads().stream()
            .filter(spec -> spec.generation() == kind.generation)
            .findFirst()
            .orElse(null);
    Double down = own == null ? null : own.satelliteDownMbps();
    Double up = own == null ? null : own.satelliteUpMbps();
    Double eirpDbw = own == null ? null : own.eirpDbw();
    payloads.add(
        new Payload(
            table(downlink(eirpDbw), kind.heightM),
            ups.computeIfAbsent(kind.heightM, h -> table(budget.up().link(), h)),
            BPS_PER_MBPS * (down == null ? radio.satelliteDownMbps() : down),
            BPS_PER_MBPS * (up == null ? radio.satelliteUpMbps() : up)));
    return payloads.size() - 1;
  }

  private RadioLink downlink(@Nullable Double eirpDbw) {
    DownlinkSpec down = budget.down();
    return eirpDbw == null ? down.link() : down.link().withEirp(eirpDbw);
  }

  private static LinkTable table(RadioLink link, double heightM) {
    return new LinkTable(
        link, heightM, GasAttenuation.zenithDb(link.frequencyHz(), Air.standard(0)));
  }
}
