package org.orbweaver.app.validate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.ForwardingTable;
import org.orbweaver.core.scenario.GatewaySpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.traffic.AccessDelay;

/**
 * Round trips of places as planned, in slots spread over a day. The places are a sample, not the
 * load, so that no gateway runs out of antennas for them.
 */
final class PlannedDelays {
  /** A multiple of the slot and of nothing that orbits. */
  private static final long ODD_NS = 105_000_000_000L;

  private static final int ENOUGH_ANTENNAS = 1000;

  private final Planner planner;
  private final double[][] propagationS;
  private final int[][] hops;

  /**
   * Plans.
   *
   * @param network whose satellites, gateways, PoPs and rules hold; its own terminals do not
   * @param slots how many, over a day
   */
  PlannedDelays(Network network, List<TerminalSpec> places, int slots) {
    planner = new Planner(sampled(network, places));
    propagationS = new double[places.size()][slots];
    hops = new int[places.size()][slots];
    long stepNs = 86_400_000_000_000L / slots + ODD_NS;
    for (int k = 0; k < slots; k++) {
      Slot slot = network.slots().at(network.startNs() + k * stepNs);
      SlotPlan plan = planner.plan(slot, null);
      ForwardingTable table = plan.forwarding();
      for (int t = 0; t < places.size(); t++) {
        propagationS[t][k] = 2 * table.oneWayDelayS(t, 0.5);
        hops[t][k] = table.islHops(t);
      }
    }
  }

  static Network sampled(Network network, List<TerminalSpec> places) {
    List<GatewaySpec> gateways =
        IntStream.range(0, network.gateways().size())
            .mapToObj(network::gatewaySpec)
            .map(g ->
                new GatewaySpec(
                    g.name(),
                    g.latDeg(),
                    g.lonDeg(),
                    g.altM(),
                    ENOUGH_ANTENNAS,
                    g.elevationMaskDeg()))
            .toList();
    return new Network(
            network.scenario(),
            network.startNs(),
            network.ephemeris(),
            network.shells(),
            gateways,
            IntStream.range(0, network.pops().size()).mapToObj(network::popSpec).toList(),
            places)
        .with(network.countryHomes())
        .withSubscribers(network.subscribers());
  }

  /** A terminal with nothing said but where it is and whose. */
  static TerminalSpec place(String name, double latDeg, double lonDeg, CountryAndPop home) {
    return new TerminalSpec(
        name,
        latDeg,
        lonDeg,
        0,
        home.pop(),
        250,
        30,
        null,
        1,
        null,
        null,
        home.country(),
        null,
        null);
  }

  Planner planner() {
    return planner;
  }

  AccessDelay access() {
    return planner.access();
  }

  /**
   * Propagation and processing in every slot of some places, seconds; {@code NaN} where unserved.
   */
  double[] baseS(int from, int to) {
    return baseS(from, to, access().perHopS());
  }

  /** The same with another time at lasers, seconds there and back at each. */
  double[] baseS(int from, int to, double perHopS) {
    return IntStream.range(from, to)
        .boxed()
        .flatMapToDouble(t ->
            IntStream.range(0, hops[t].length)
                .mapToDouble(k -> propagationS[t][k] + hops[t][k] * perHopS))
        .toArray();
  }

  /** The home PoP of a place, by name; null where the network has none for it. */
  @Nullable String homePop(int place) {
    int pop = planner.homePop(place);
    return pop < 0 ? null : planner.network().pops().name(pop);
  }

  /** The part of slots with service, of some places together. */
  double served(int from, int to) {
    double[] base = baseS(from, to);
    return (double) Arrays.stream(base).filter(s -> !Double.isNaN(s)).count() / base.length;
  }

  /** Laser links on the way, mean over the slots with service; {@code NaN} where there are none. */
  double meanHops(int from, int to) {
    return IntStream.range(from, to)
        .boxed()
        .flatMapToInt(t ->
            IntStream.range(0, hops[t].length)
                .filter(k -> !Double.isNaN(propagationS[t][k]))
                .map(k -> hops[t][k]))
        .average()
        .orElse(Double.NaN);
  }

  /** Propagation alone in every slot of a place that is served, seconds. */
  double[] servedS(int place) {
    return Arrays.stream(propagationS[place]).filter(s -> !Double.isNaN(s)).toArray();
  }
}
