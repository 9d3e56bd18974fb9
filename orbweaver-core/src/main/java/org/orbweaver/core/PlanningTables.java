package org.orbweaver.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.Horizon;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GatewayTrees;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.graph.TreeKernel;
import org.orbweaver.core.link.DerivedLasers;
import org.orbweaver.core.link.LaserPairs;
import org.orbweaver.core.link.LaserPattern;
import org.orbweaver.core.link.LaserPlan;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.PlusGrid;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.scenario.ConstellationSpec;
import org.orbweaver.core.scenario.DelaySpec;
import org.orbweaver.core.scenario.HorizonPointSpec;
import org.orbweaver.core.scenario.HorizonSpec;
import org.orbweaver.core.scenario.LaserSpec;
import org.orbweaver.core.scenario.LoadSpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.RadioSpec;
import org.orbweaver.core.scenario.RoutingSpec;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.core.scenario.WalkerSpec;
import org.orbweaver.core.schedule.RouteCosts;
import org.orbweaver.core.schedule.RoutingStrategy;
import org.orbweaver.core.schedule.Scheduler;
import org.orbweaver.core.schedule.ShortestDelay;
import org.orbweaver.core.schedule.Strategies;
import org.orbweaver.core.traffic.AccessDelay;
import org.orbweaver.core.traffic.FairShare;
import org.orbweaver.core.traffic.LinkBudget;
import org.orbweaver.core.traffic.LoadMap;
import org.orbweaver.core.traffic.LoadModel;
import org.orbweaver.core.traffic.Subscribers;
import org.orbweaver.core.traffic.Tariffs;

/**
 * What the planner derives once from a network: the scenario's degrees, kilometres and Mbit/s
 * turned into SI arrays by dense index, and its defaults settled.
 */
record PlanningTables(
    Scheduler scheduler,
    @Nullable RouteCosts routeCosts,
    LinkLimits terminalLimits,
    LinkLimits gatewayLimits,
    LaserPlan lasers,
    GroundFibre fibre,
    AccessDelay access,
    HomePops homePops,
    GatewayTrees gatewayTrees,
    Tariffs downTariffs,
    Tariffs upTariffs,
    @Nullable LoadModel load,
    ServicePolicy policy,
    FairShare.Capacities down,
    FairShare.Capacities up,
    @Nullable LinkBudget links) {

  private static final double DEFAULT_MASK_DEG = 25;
  private static final double BPS_PER_MBPS = 1e6;

  static PlanningTables of(Network network) {
    RadioSpec radio = network.scenario().radio();
    RoutingSpec routing = network.scenario().routing();
    GroundFibre fibre =
        new GroundFibre(
            network.gateways(),
            network.pops(),
            1e3 * routing.fibreSpeedKmPerS(),
            routing.fibreDetour());
    LinkLimits terminalLimits = terminalLimits(network, radio);
    int[] antennas = new int[network.gateways().size()];
    for (int g = 0; g < antennas.length; g++) {
      antennas[g] = network.gatewaySpec(g).antennas();
    }
    RouteCosts routeCosts = routeCosts(network);
    double[] weight = byTerminal(network, TerminalSpec::weight);
    Scheduler scheduler =
        new Scheduler(
            network.terminals(),
            terminalLimits,
            Strategies.SELECTION
                .named(network.scenario().schedule().strategy())
                .over(
                    network.terminals(), network.ephemeris(), network.scenario().schedule().seed()),
            radio.beamsPerSatellite(),
            antennas,
            routeCosts == null ? fibre : routeCosts.fibre(fibre),
            longestDetourFs(routing, routeCosts));
    return new PlanningTables(
        scheduler,
        routeCosts,
        terminalLimits,
        gatewayLimits(network, radio),
        lasers(network),
        fibre,
        access(network.scenario().delay()),
        new HomePops(network),
        new GatewayTrees(network.gateways(), TreeKernel.best()),
        new Tariffs(
            weight, demandsBps(network, TerminalSpec::demandDownMbps, TerminalSpec::downMbps)),
        new Tariffs(weight, demandsBps(network, TerminalSpec::demandUpMbps, TerminalSpec::upMbps)),
        load(network),
        ServicePolicy.of(network.rules(), network.subjects(), network.startNs()),
        capacities(radio, radio.beamDownMbps(), radio.satelliteDownMbps()),
        capacities(radio, radio.beamUpMbps(), radio.satelliteUpMbps()),
        LinkBudgets.of(network));
  }

  private static AccessDelay access(DelaySpec delay) {
    return AccessDelay.of(
        delay.accessFloorMs(),
        delay.accessMedianMs(),
        delay.accessSpread(),
        delay.load(),
        delay.hopMs());
  }

  /** Where costs rule, delays are not known. */
  private static long longestDetourFs(RoutingSpec routing, @Nullable RouteCosts routeCosts) {
    Double roundTripMs = routing.longestDetourMs();
    return roundTripMs == null || routeCosts != null
        ? Long.MAX_VALUE
        : Delay.ofSeconds(1e-3 * roundTripMs / 2);
  }

  /** Null where the scenario knows of no subscribers beside its terminals. */
  private static @Nullable LoadModel load(Network network) {
    if (network.subscribers().isEmpty()) {
      return null;
    }
    LoadSpec spec = network.scenario().load();
    List<Subscribers> subscribers =
        network.subscribers().stream()
            .map(s ->
                new Subscribers(
                    Math.toRadians(s.latDeg()), Math.toRadians(s.lonDeg()), s.subscribers()))
            .toList();
    return new LoadModel(
        new LoadMap(network.ephemeris(), subscribers, 1e3 * spec.reachKm(), spec.freeSubscribers()),
        spec.down(),
        spec.up(),
        spec.drawn(),
        network.scenario().schedule().seed());
  }

  /** What terminals ask for in one direction, limited lines no more than their rate. */
  static Tariffs limited(Tariffs full, ServicePolicy by) {
    return by.servesAll() ? full : full.limited(by::isLimited, ServicePolicy.LIMITED_BPS);
  }

  /** Null for the least delay, for which nothing has to be weighed. */
  private static @Nullable RouteCosts routeCosts(Network network) {
    RoutingStrategy strategy = Strategies.ROUTING.named(network.scenario().routing().strategy());
    return strategy instanceof ShortestDelay
        ? null
        : new RouteCosts(strategy, network.gateways(), network.pops());
  }

  private static FairShare.Capacities capacities(
      RadioSpec radio, double beamMbps, double satelliteMbps) {
    Double gatewayMbps = radio.gatewayMbps();
    return new FairShare.Capacities(
        BPS_PER_MBPS * beamMbps,
        BPS_PER_MBPS * satelliteMbps,
        BPS_PER_MBPS * radio.laserMbps(),
        BPS_PER_MBPS * radio.feederMbps(),
        gatewayMbps == null ? Double.POSITIVE_INFINITY : BPS_PER_MBPS * gatewayMbps);
  }

  /** A demand above the terminal's own limit cannot be used. */
  private static double[] demandsBps(
      Network network,
      Function<TerminalSpec, @Nullable Double> demandMbps,
      ToDoubleFunction<TerminalSpec> limitMbps) {
    return byTerminal(
        network,
        spec -> {
          Double demand = demandMbps.apply(spec);
          double limit = limitMbps.applyAsDouble(spec);
          return BPS_PER_MBPS * (demand == null ? limit : Math.min(demand, limit));
        });
  }

  private static double[] byTerminal(Network network, ToDoubleFunction<TerminalSpec> value) {
    double[] values = new double[network.terminals().size()];
    for (int t = 0; t < values.length; t++) {
      values[t] = value.applyAsDouble(network.terminalSpec(t));
    }
    return values;
  }

  private static LinkLimits terminalLimits(Network network, RadioSpec radio) {
    double[] maskRad = new double[network.terminals().size()];
    for (int t = 0; t < maskRad.length; t++) {
      Double own = network.terminalSpec(t).elevationMaskDeg();
      maskRad[t] = Math.toRadians(own != null ? own : terminalMaskDeg(radio));
    }
    return new LinkLimits(
        maskRad,
        metres(radio.maxSlantRangeKm()),
        Math.toRadians(radio.gsoSeparationDeg()),
        horizons(network));
  }

  private static @Nullable Horizon[] horizons(Network network) {
    Map<String, Horizon> byName = new HashMap<>();
    for (HorizonSpec spec : network.scenario().terminals().horizons()) {
      List<HorizonPointSpec> profile = spec.profile();
      byName.put(
          spec.name(),
          new Horizon(
              profile.stream().mapToDouble(p -> Math.toRadians(p.azimuthDeg() % 360)).toArray(),
              profile.stream().mapToDouble(p -> Math.toRadians(p.elevationDeg())).toArray()));
    }
    @Nullable Horizon[] horizons = new Horizon[network.terminals().size()];
    for (int t = 0; t < horizons.length; t++) {
      String named = network.terminalSpec(t).horizon();
      horizons[t] = named == null ? null : byName.get(named);
    }
    return horizons;
  }

  private static LinkLimits gatewayLimits(Network network, RadioSpec radio) {
    Double commonDeg = radio.gatewayElevationMaskDeg();
    double maskDeg = commonDeg != null ? commonDeg : terminalMaskDeg(radio);
    double[] maskRad = new double[network.gateways().size()];
    for (int g = 0; g < maskRad.length; g++) {
      Double own = network.gatewaySpec(g).elevationMaskDeg();
      maskRad[g] = Math.toRadians(own != null ? own : maskDeg);
    }
    Double rangeKm = radio.gatewayMaxSlantRangeKm();
    return new LinkLimits(maskRad, metres(rangeKm != null ? rangeKm : radio.maxSlantRangeKm()), 0);
  }

  /** A range limit stands in for the mask unless both are given. */
  private static double terminalMaskDeg(RadioSpec radio) {
    Double maskDeg = radio.elevationMaskDeg();
    if (maskDeg != null) {
      return maskDeg;
    }
    return radio.maxSlantRangeKm() == null ? DEFAULT_MASK_DEG : 0;
  }

  private static double metres(@Nullable Double km) {
    return km == null ? Double.POSITIVE_INFINITY : 1e3 * km;
  }

  private static LaserPlan lasers(Network network) {
    List<LaserPattern> fixed = new ArrayList<>();
    List<DerivedLasers> derived = new ArrayList<>();
    for (LaserSpec spec : network.scenario().lasers()) {
      for (Network.Shell shell : network.shells()) {
        if (!shell.name().equals(spec.constellation())) {
          continue;
        }
        switch (spec.pattern()) {
          case PLUS_GRID -> fixed.add(grid(network, spec, shell));
          case LISTED -> fixed.add(listed(spec, shell));
          case DERIVED ->
              derived.add(
                  new DerivedLasers(
                      network.ephemeris(),
                      shell.firstSatellite(),
                      shell.firstSatellite() + shell.satellites(),
                      1e3 * spec.maxRangeKm(),
                      1e3 * spec.minAltitudeKm(),
                      Math.round(1e9 * spec.acquisitionS()),
                      spec.seam()));
        }
      }
    }
    return new LaserPlan(fixed, derived);
  }

  private static LaserPairs listed(LaserSpec spec, Network.Shell shell) {
    int first = shell.firstSatellite();
    return LaserPairs.of(
        shell.listed().stream().mapToInt(pair -> first + pair.a()).toArray(),
        shell.listed().stream().mapToInt(pair -> first + pair.b()).toArray(),
        1e3 * spec.maxRangeKm(),
        1e3 * spec.minAltitudeKm());
  }

  private static PlusGrid grid(Network network, LaserSpec spec, Network.Shell shell) {
    Integer given = spec.wrapShift();
    return new PlusGrid(
        shell.firstSatellite(),
        shell.planes(),
        shell.perPlane(),
        spec.shift(),
        spec.wrap(),
        given != null ? given : phasing(network, shell.name()),
        1e3 * spec.maxRangeKm(),
        1e3 * spec.minAltitudeKm());
  }

  /** Around a delta shell the phase adds up to F slots, which the last link must take back. */
  private static int phasing(Network network, String constellation) {
    for (ConstellationSpec spec : network.scenario().constellations()) {
      WalkerSpec walker = spec.walker();
      if (spec.name().equals(constellation)
          && walker != null
          && walker.pattern() == WalkerSpec.Pattern.DELTA) {
        return walker.phasing();
      }
    }
    return 0;
  }
}
