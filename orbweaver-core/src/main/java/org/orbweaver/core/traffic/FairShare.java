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
  private final Capacities each;
  private final Tariffs tariffs;
  private final FlowClasses classes;
  private final double[] rateOfClass;
  private @Nullable MaxMinFair individual;

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
    double of(byte kind) {
      return switch (kind) {
        case WayResources.SATELLITE -> satelliteBps;
        case WayResources.LASER -> laserBps;
        case WayResources.FEEDER -> feederBps;
        default -> gatewayBps;
      };
    }
  }

  /**
   * @param resources of the schedule's ways
   */
  public FairShare(
      Schedule schedule, WayResources resources, Capacities capacities, Tariffs tariffs) {
    this.schedule = schedule;
    this.resources = resources;
    this.each = capacities;
    this.tariffs = tariffs;
    classes = new FlowClasses(schedule, tariffs);
    rateOfClass = new MergedFlows(schedule, resources, capacities, classes, tariffs).rates();
  }

  /** What a terminal gets, bit/s; 0 where it is unserved. */
  public double rateBps(int terminal) {
    if (individual != null) {
      return individual.rateBps(terminal);
    }
    int service = schedule.service(terminal);
    return service < 0 ? 0 : rateOfClass[classes.of(service, tariffs.of(terminal))];
  }

  /**
   * A served terminal now asks for another rate. From the first such change on every terminal is a
   * flow of its own.
   *
   * @return how many terminals' rates were looked at again
   */
  public int setDemand(int terminal, double demandBps) {
    if (individual == null) {
      individual = individually();
    }
    return individual.setDemand(terminal, demandBps);
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
    int beams = schedule.beams();
    double[] capacityBps = new double[beams + resources.size()];
    Arrays.setAll(
        capacityBps, r -> r < beams ? each.beamBps() : each.of(resources.kind(r - beams)));
    int[] routeStart = new int[terminals + 1];
    double[] weight = new double[terminals];
    double[] demandBps = new double[terminals];
    int[] route = new int[16];
    int size = 0;
    for (int t = 0; t < terminals; t++) {
      weight[t] = tariffs.weight(tariffs.of(t));
      int service = schedule.service(t);
      if (service >= 0) {
        demandBps[t] = tariffs.demandBps(tariffs.of(t));
        int way = services.way(service);
        int length = resources.end(way) - resources.first(way) + 1;
        if (size + length > route.length) {
          route = Arrays.copyOf(route, 2 * route.length + length);
        }
        route[size++] = services.beam(service);
        for (int k = resources.first(way); k < resources.end(way); k++) {
          route[size++] = beams + resources.resource(k);
        }
      }
      routeStart[t + 1] = size;
    }
    return new MaxMinFair(capacityBps, routeStart, Arrays.copyOf(route, size), weight, demandBps);
  }
}
