package org.orbweaver.core.traffic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.schedule.Schedule;

/**
 * The rates of a slot in one direction: max-min fair, weighted by plan, over the beams, satellites,
 * lasers, feeder links and gateways that each terminal's traffic passes. Layout: resources numbered
 * beams first, then the others as they are met; one flow for each terminal, without a route where
 * it is unserved.
 *
 * <p>Not for several threads at once.
 */
public final class FairShare {
  private final MaxMinFair fair;

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
      double beamBps, double satelliteBps, double laserBps, double feederBps, double gatewayBps) {}

  /**
   * @param weight by terminal, positive
   * @param demandBps by terminal: what it would use if it could
   */
  public FairShare(
      Schedule schedule,
      GatewayReach reach,
      Capacities capacities,
      double[] weight,
      double[] demandBps) {
    Resources resources = new Resources(schedule.beams(), capacities);
    int terminals = schedule.terminals();
    int[] routeStart = new int[terminals + 1];
    int[] route = new int[4 * terminals];
    double[] asked = demandBps.clone();
    int size = 0;
    for (int t = 0; t < terminals; t++) {
      if (schedule.isServed(t)) {
        int[] way = resources.way(schedule.satellite(t), schedule.gateway(t), reach);
        if (size + way.length + 1 > route.length) {
          route = Arrays.copyOf(route, 2 * route.length + way.length + 1);
        }
        route[size++] = schedule.beam(t);
        System.arraycopy(way, 0, route, size, way.length);
        size += way.length;
      } else {
        asked[t] = 0;
      }
      routeStart[t + 1] = size;
    }
    fair =
        new MaxMinFair(
            resources.capacities(), routeStart, Arrays.copyOf(route, size), weight, asked);
  }

  /** What a terminal gets, bit/s; 0 where it is unserved. */
  public double rateBps(int terminal) {
    return fair.rateBps(terminal);
  }

  /**
   * A served terminal now asks for another rate.
   *
   * @return how many terminals' rates were looked at again
   */
  public int setDemand(int terminal, double demandBps) {
    return fair.setDemand(terminal, demandBps);
  }

  /** All rates, bit/s. */
  public double[] rates() {
    double[] rates = new double[fair.flows()];
    Arrays.setAll(rates, fair::rateBps);
    return rates;
  }

  /** Numbers resources as they are met; the way of a satellite to a gateway is met once. */
  private static final class Resources {
    private final Capacities each;
    private final Map<Long, int[]> ways = new HashMap<>();
    private final Map<Long, Integer> lasers = new HashMap<>();
    private final Map<Long, Integer> feeders = new HashMap<>();
    private final Map<Integer, Integer> satellites = new HashMap<>();
    private final Map<Integer, Integer> gateways = new HashMap<>();
    private double[] capacityBps;
    private int count;

    Resources(int beams, Capacities each) {
      this.each = each;
      capacityBps = new double[Math.max(16, 2 * beams)];
      Arrays.fill(capacityBps, 0, beams, each.beamBps());
      count = beams;
    }

    int[] way(int satellite, int gateway, GatewayReach reach) {
      return ways.computeIfAbsent(
          (long) satellite << 32 | gateway, key -> trace(satellite, gateway, reach));
    }

    private int[] trace(int satellite, int gateway, GatewayReach reach) {
      int[] way = new int[3 + reach.hops(reach.entry(satellite, gateway))];
      int at = 0;
      way[at++] = satellites.computeIfAbsent(satellite, s -> add(each.satelliteBps()));
      int here = satellite;
      for (int next = next(here, gateway, reach); next >= 0; next = next(here, gateway, reach)) {
        way[at++] = lasers.computeIfAbsent((long) here << 32 | next, link -> add(each.laserBps()));
        here = next;
      }
      way[at++] =
          feeders.computeIfAbsent((long) here << 32 | gateway, link -> add(each.feederBps()));
      way[at] = gateways.computeIfAbsent(gateway, g -> add(each.gatewayBps()));
      return way;
    }

    private static int next(int satellite, int gateway, GatewayReach reach) {
      return reach.next(reach.entry(satellite, gateway));
    }

    private int add(double bps) {
      if (count == capacityBps.length) {
        capacityBps = Arrays.copyOf(capacityBps, 2 * count);
      }
      capacityBps[count] = bps;
      return count++;
    }

    double[] capacities() {
      return Arrays.copyOf(capacityBps, count);
    }
  }
}
