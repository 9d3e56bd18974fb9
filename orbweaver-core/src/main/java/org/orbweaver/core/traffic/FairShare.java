package org.orbweaver.core.traffic;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.core.schedule.Services;

/**
 * The rates of a slot in one direction: max-min fair, weighted by plan, over the beams, satellites,
 * lasers, feeder links and gateways that each terminal's traffic passes.
 *
 * <p>Terminals of one service and one tariff are alike and get the same; they are one flow in many
 * copies. A beam that carries only such ones is no resource to share with others but a lower
 * demand; after that, the flows of one way that ask for the same are one again. So the filling sees
 * a few flows for each way, however many terminals there are. What comes out is what filling for
 * each terminal would give, but for the order in which sums are rounded: within one part in
 * 10<sup>9</sup>.
 *
 * <p>Not for several threads at once.
 */
public final class FairShare {
  /** Fewer terminals are not worth another thread. */
  private static final int MANY = 10_000;

  private final Schedule schedule;
  private final WayResources resources;
  private final double[] resourceBps;
  private final BeamRates beams;
  private final Tariffs tariffs;
  private final FlowClasses classes;
  private final MergedFlows flows;

  /**
   * What one of each can carry in the direction, bit/s; positive infinity for no limit.
   *
   * @param beamBps a beam, shared by the terminals of its cell
   * @param satelliteBps a satellite, all its beams together
   * @param laserBps a laser link
   * @param feederBps a feeder link between a satellite and an antenna of a gateway
   * @param gatewayBps a gateway, all its antennas together
   */
  public record Capacities(
      double beamBps, double satelliteBps, double laserBps, double feederBps, double gatewayBps) {
    /** What each of the resources can carry, bit/s. */
    double[] of(WayResources resources) {
      double[] bps = new double[resources.size()];
      Arrays.setAll(bps, r -> of(resources.kind(r)));
      return bps;
    }

    private double of(byte kind) {
      return switch (kind) {
        case WayResources.SATELLITE -> satelliteBps;
        case WayResources.LASER -> laserBps;
        case WayResources.FEEDER -> feederBps;
        default -> gatewayBps;
      };
    }
  }

  /**
   * Rates where all of a kind can carry the same.
   *
   * @param resources of the schedule's ways
   * @param apart terminals, each once, whose demands may change
   */
  public FairShare(
      Schedule schedule,
      WayResources resources,
      Capacities capacities,
      Tariffs tariffs,
      int... apart) {
    this(
        schedule,
        resources,
        capacities.of(resources),
        BeamRates.alike(capacities.beamBps()),
        tariffs,
        apart);
  }

  private FairShare(
      Schedule schedule,
      WayResources resources,
      double[] resourceBps,
      BeamRates beams,
      Tariffs tariffs,
      int[] apart) {
    this.schedule = schedule;
    this.resources = resources;
    this.resourceBps = resourceBps;
    this.beams = BeamShares.left(beams, schedule, tariffs);
    this.tariffs = apart.length == 0 ? tariffs : tariffs.apart(apart);
    classes = new FlowClasses(schedule, this.tariffs);
    flows = new MergedFlows(schedule, resources, resourceBps, this.beams, classes, this.tariffs);
  }

  /**
   * Rates where beams carry what their links let them.
   *
   * @param links null where all links of a kind are alike
   * @param resources of the schedule's ways
   * @param apart terminals, each once, whose demands may change
   */
  public static FairShare over(
      @Nullable LinkRates links,
      boolean isUp,
      Schedule schedule,
      WayResources resources,
      Capacities capacities,
      Tariffs tariffs,
      int... apart) {
    if (links == null) {
      return new FairShare(schedule, resources, capacities, tariffs, apart);
    }
    LinkRates.Direction direction = links.direction(isUp, tariffs);
    double[] resourceBps = capacities.of(resources);
    links.bound(resourceBps, resources, isUp);
    return new FairShare(
        schedule, resources, resourceBps, direction.beams(), direction.tariffs(), apart);
  }

  /** What a terminal gets, bit/s; 0 where it is unserved. */
  public double rateBps(int terminal) {
    int service = schedule.service(terminal);
    return service < 0 ? 0 : flows.rateBps(classes.of(service, tariffs.of(terminal)));
  }

  /**
   * Terminals that are apart now ask for other rates, up to what they asked for at first. The rates
   * of all are then those of a fresh start with these demands; only what shares anything scarce
   * with them is looked at again.
   *
   * @param terminals each once; those without service are passed over
   * @param demandBps by place in that list; positive infinity for all that they may have
   * @return how many flows were looked at
   */
  public int setDemands(int[] terminals, double[] demandBps) {
    int[] changed = new int[terminals.length];
    double[] wanted = new double[terminals.length];
    int count = 0;
    for (int k = 0; k < terminals.length; k++) {
      int service = schedule.service(terminals[k]);
      if (service >= 0) {
        changed[count] = classes.of(service, tariffs.of(terminals[k]));
        wanted[count++] = demandBps[k];
      }
    }
    return flows.setDemands(Arrays.copyOf(changed, count), Arrays.copyOf(wanted, count));
  }

  /** What a terminal asked for at first, bit/s; 0 where it is unserved. */
  public double mostBps(int terminal) {
    int service = schedule.service(terminal);
    return service < 0
        ? 0
        : Math.min(
            tariffs.demandBps(tariffs.of(terminal)),
            beams.terminal(schedule.services().beam(service)));
  }

  /** All rates, bit/s. */
  public double[] rates() {
    double[] rates = new double[schedule.terminals()];
    IntStream all = IntStream.range(0, rates.length);
    (rates.length < MANY ? all : all.parallel()).forEach(t -> rates[t] = rateBps(t));
    return rates;
  }

  /** One flow for each terminal, without a route where it is unserved: the obvious twin. */
  MaxMinFair individually() {
    Services services = schedule.services();
    int terminals = schedule.terminals();
    int beamCount = schedule.beams();
    double[] capacityBps = new double[beamCount + resources.size()];
    Arrays.setAll(capacityBps, r -> r < beamCount ? beams.beam(r) : resourceBps[r - beamCount]);
    int[] routeStart = new int[terminals + 1];
    double[] weight = new double[terminals];
    double[] demandBps = new double[terminals];
    int[] route = new int[16];
    int size = 0;
    for (int t = 0; t < terminals; t++) {
      weight[t] = tariffs.weight(tariffs.of(t));
      int service = schedule.service(t);
      if (service >= 0) {
        demandBps[t] =
            Math.min(tariffs.demandBps(tariffs.of(t)), beams.terminal(services.beam(service)));
        int way = services.way(service);
        int length = resources.end(way) - resources.first(way) + 1;
        if (size + length > route.length) {
          route = Arrays.copyOf(route, 2 * route.length + length);
        }
        route[size++] = services.beam(service);
        for (int k = resources.first(way); k < resources.end(way); k++) {
          route[size++] = beamCount + resources.resource(k);
        }
      }
      routeStart[t + 1] = size;
    }
    return new MaxMinFair(capacityBps, routeStart, Arrays.copyOf(route, size), weight, demandBps);
  }
}
