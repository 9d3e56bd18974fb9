package org.orbweaver.core.traffic;

import java.util.Arrays;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.core.schedule.Services;

/**
 * Classes of terminals as flows in copies, as few as may be. Classes that share a way and no
 * contended beam with others, and of which each terminal may ask for the same, are one flow.
 */
final class MergedFlows {
  /** Flows of a way that are compared with a class before it becomes a flow of its own. */
  private static final int MOST_COMPARED = 32;

  private static final int NONE = -1;

  private final Services services;
  private final WayResources resources;
  private final double[] resourceBps;
  private final BeamRates rates;
  private final FlowClasses classes;
  private final Tariffs tariffs;
  private final int beams;
  private final int[] flowOf;
  private final int[] lastFlowOfWay;
  private int[] before = new int[1024];
  private int[] way = new int[1024];
  private int[] beam = new int[1024];
  private double[] weight = new double[1024];
  private double[] demandBps = new double[1024];
  private int[] copies = new int[1024];
  private int size;
  private final MaxMinFair fair;

  MergedFlows(
      Schedule schedule,
      WayResources resources,
      double[] resourceBps,
      BeamRates rates,
      FlowClasses classes,
      Tariffs tariffs) {
    this.services = schedule.services();
    this.resources = resources;
    this.resourceBps = resourceBps;
    this.rates = rates;
    this.classes = classes;
    this.tariffs = tariffs;
    beams = schedule.beams();
    flowOf = new int[classes.size()];
    lastFlowOfWay = new int[services.ways().size()];
    Arrays.fill(lastFlowOfWay, NONE);
    merge();
    fair = fair();
  }

  private void merge() {
    int[] classesOfBeam = new int[beams];
    double[] askedBps = new double[beams];
    for (int c = 0; c < classes.size(); c++) {
      int b = services.beam(classes.service(c));
      classesOfBeam[b]++;
      askedBps[b] += classes.count(c) * mostBps(c, b);
    }
    for (int c = 0; c < classes.size(); c++) {
      int b = services.beam(classes.service(c));
      double ofWeight = tariffs.weight(classes.tariff(c));
      double most = mostBps(c, b);
      double beamBps = rates.beam(b);
      boolean contended = askedBps[b] > beamBps * MaxMinFair.SLACK;
      if (contended && classesOfBeam[b] == 1) {
        most = Math.min(most, ofWeight * (beamBps / (classes.count(c) * ofWeight)));
        contended = false;
      }
      flowOf[c] =
          flow(
              services.way(classes.service(c)),
              contended ? b : NONE,
              ofWeight,
              most,
              classes.count(c),
              tariffs.isApart(classes.tariff(c)));
    }
  }

  private double mostBps(int ofClass, int overBeam) {
    return Math.min(tariffs.demandBps(classes.tariff(ofClass)), rates.terminal(overBeam));
  }

  /** The flow that a class becomes part of. */
  private int flow(
      int ofWay, int overBeam, double ofWeight, double most, int count, boolean isApart) {
    if (overBeam == NONE && !isApart) {
      int compared = 0;
      for (int f = lastFlowOfWay[ofWay]; f >= 0 && compared < MOST_COMPARED; f = before[f]) {
        compared++;
        if (beam[f] == NONE && weight[f] == ofWeight && demandBps[f] == most) {
          copies[f] += count;
          return f;
        }
      }
    }
    if (size == way.length) {
      before = Arrays.copyOf(before, 2 * size);
      way = Arrays.copyOf(way, 2 * size);
      beam = Arrays.copyOf(beam, 2 * size);
      weight = Arrays.copyOf(weight, 2 * size);
      demandBps = Arrays.copyOf(demandBps, 2 * size);
      copies = Arrays.copyOf(copies, 2 * size);
    }
    if (!isApart) {
      before[size] = lastFlowOfWay[ofWay];
      lastFlowOfWay[ofWay] = size;
    }
    way[size] = ofWay;
    beam[size] = overBeam;
    weight[size] = ofWeight;
    demandBps[size] = most;
    copies[size] = count;
    return size++;
  }

  /** What each terminal of a class gets, bit/s. */
  double rateBps(int ofClass) {
    return fair.rateBps(flowOf[ofClass]);
  }

  /**
   * Classes that are apart ask for other rates, up to what they asked for at first.
   *
   * @return how many flows were looked at again
   */
  int setDemands(int[] changed, double[] newDemandBps) {
    int[] flows = new int[changed.length];
    double[] most = new double[changed.length];
    for (int k = 0; k < changed.length; k++) {
      flows[k] = flowOf[changed[k]];
      most[k] = Math.min(newDemandBps[k], demandBps[flows[k]]);
    }
    return fair.setDemands(flows, most);
  }

  private MaxMinFair fair() {
    int[] number = new int[beams];
    Arrays.fill(number, NONE);
    int count = resources.size();
    double[] capacityBps = Arrays.copyOf(resourceBps, count + 16);
    int[] routeStart = new int[size + 1];
    int[] route = new int[8 * size + 16];
    int at = 0;
    for (int f = 0; f < size; f++) {
      int length = resources.end(way[f]) - resources.first(way[f]) + 1;
      route = at + length > route.length ? Arrays.copyOf(route, 2 * route.length + length) : route;
      if (beam[f] != NONE) {
        if (number[beam[f]] == NONE) {
          capacityBps =
              count == capacityBps.length ? Arrays.copyOf(capacityBps, 2 * count) : capacityBps;
          capacityBps[count] = rates.beam(beam[f]);
          number[beam[f]] = count++;
        }
        route[at++] = number[beam[f]];
      }
      for (int k = resources.first(way[f]); k < resources.end(way[f]); k++) {
        route[at++] = resources.resource(k);
      }
      routeStart[f + 1] = at;
    }
    return new MaxMinFair(
        Arrays.copyOf(capacityBps, count),
        routeStart,
        Arrays.copyOf(route, at),
        Arrays.copyOf(weight, size),
        Arrays.copyOf(demandBps, size),
        Arrays.copyOf(copies, size));
  }
}
