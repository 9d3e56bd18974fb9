package org.orbweaver.core.traffic;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Weighted max-min fair rates of flows that share resources, by progressive filling (Bertsekas and
 * Gallager, Data Networks, 2nd edition, section 6.5.2): all flows rise together in proportion to
 * their weights; one stops when it has what it asked for or when a resource on its route is full.
 *
 * <p>Resources that could carry everything that is asked of them never fill, so only the others are
 * looked at; where they split flows into groups that share nothing, a change of one demand touches
 * its own group alone. Layout: routes as compressed rows by flow.
 *
 * <p>Not for several threads at once.
 */
public final class MaxMinFair {
  /** What rounding may add to a sum of demands before a resource counts as contended. */
  static final double SLACK = 1 + 1e-12;

  private final double[] capacityBps;
  private final int[] routeStart;
  private final int[] route;
  private final double[] demandBps;
  private final int[] copies;
  private final double[] askedBps;
  private int[] userStart = {};
  private int[] users = {};
  private final ProgressiveFilling filling;

  /**
   * @param capacityBps by resource; positive infinity for one that never fills
   * @param routeStart where each flow's route begins in {@code route}; one more entry than flows
   * @param route resources by flow, none twice in a route
   * @param weight by flow, positive
   * @param demandBps by flow, not negative; positive infinity for all that there is, which needs a
   *     finite resource on the route
   */
  public MaxMinFair(
      double[] capacityBps, int[] routeStart, int[] route, double[] weight, double[] demandBps) {
    this(capacityBps, routeStart, route, weight, demandBps, ones(weight.length));
  }

  /**
   * As the other, for flows that come in numbers.
   *
   * @param copies by flow how many like it there are, at least one; each gets the flow's rate
   */
  MaxMinFair(
      double[] capacityBps,
      int[] routeStart,
      int[] route,
      double[] weight,
      double[] demandBps,
      int[] copies) {
    this.copies = copies.clone();
    this.capacityBps = capacityBps.clone();
    this.routeStart = routeStart.clone();
    this.route = route.clone();
    this.demandBps = demandBps.clone();
    askedBps = new double[capacityBps.length];
    for (int f = 0; f < demandBps.length; f++) {
      for (int k = routeStart[f]; k < routeStart[f + 1]; k++) {
        askedBps[route[k]] += copies[f] * demandBps[f];
      }
    }
    filling =
        new ProgressiveFilling(
            this.capacityBps,
            this.routeStart,
            this.route,
            weight.clone(),
            this.copies,
            this.demandBps);
    int[] all = new int[flows()];
    Arrays.setAll(all, f -> f);
    filling.fill(all, this::isContended);
  }

  private static int[] ones(int size) {
    int[] ones = new int[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  public int flows() {
    return demandBps.length;
  }

  /** What a flow gets, bit/s. */
  public double rateBps(int flow) {
    return filling.rateBps(flow);
  }

  /**
   * Asks for another rate and recomputes what that changes; the rates are those that starting anew
   * would give, bit for bit.
   *
   * @return how many flows were looked at
   */
  public int setDemand(int flow, double newDemandBps) {
    return setDemands(new int[] {flow}, new double[] {newDemandBps});
  }

  /**
   * The same for several flows at once, which costs less than one after the other.
   *
   * @param changed flows, each once
   * @param newDemandBps by place in that list
   */
  int setDemands(int[] changed, double[] newDemandBps) {
    if (userStart.length == 0) {
      indexUsers();
    }
    // A resource that was full counts too: if it no longer is, its other flows rise.
    BitSet own = new BitSet(capacityBps.length);
    BitSet wereFull = new BitSet(capacityBps.length);
    for (int k = 0; k < changed.length; k++) {
      for (int at = routeStart[changed[k]]; at < routeStart[changed[k] + 1]; at++) {
        own.set(route[at]);
        if (isContended(route[at])) {
          wereFull.set(route[at]);
        }
      }
    }
    for (int k = 0; k < changed.length; k++) {
      demandBps[changed[k]] = newDemandBps[k];
    }
    own.stream().forEach(r -> askedBps[r] = asked(r));
    int[] group = groupOf(changed, wereFull);
    filling.fill(group, this::isContended);
    return group.length;
  }

  /** Summed in the order of flows each time, so that equal demands give equal bits. */
  private double asked(int resource) {
    double sumBps = 0;
    for (int u = userStart[resource]; u < userStart[resource + 1]; u++) {
      sumBps += copies[users[u]] * demandBps[users[u]];
    }
    return sumBps;
  }

  private boolean isContended(int resource) {
    return askedBps[resource] > capacityBps[resource] * SLACK;
  }

  /** Which flows use each resource; only changes ask for it. */
  private void indexUsers() {
    userStart = new int[capacityBps.length + 1];
    users = new int[route.length];
    for (int r : route) {
      userStart[r + 1]++;
    }
    for (int r = 0; r < capacityBps.length; r++) {
      userStart[r + 1] += userStart[r];
    }
    int[] next = userStart.clone();
    for (int f = 0; f < flows(); f++) {
      for (int k = routeStart[f]; k < routeStart[f + 1]; k++) {
        users[next[route[k]]++] = f;
      }
    }
  }

  /** The flows that chains of contended resources bind to these, ascending. */
  private int[] groupOf(int[] flows, BitSet wereFull) {
    BitSet found = new BitSet(flows());
    BitSet seen = new BitSet(capacityBps.length);
    int[] group = Arrays.copyOf(flows, flows.length + 16);
    int size = flows.length;
    Arrays.stream(flows).forEach(found::set);
    for (int at = 0; at < size; at++) {
      int f = group[at];
      for (int k = routeStart[f]; k < routeStart[f + 1]; k++) {
        int r = route[k];
        if (seen.get(r) || !(isContended(r) || wereFull.get(r))) {
          continue;
        }
        seen.set(r);
        for (int u = userStart[r]; u < userStart[r + 1]; u++) {
          if (!found.get(users[u])) {
            found.set(users[u]);
            if (size == group.length) {
              group = Arrays.copyOf(group, 2 * size);
            }
            group[size++] = users[u];
          }
        }
      }
    }
    int[] ascending = Arrays.copyOf(group, size);
    Arrays.sort(ascending);
    return ascending;
  }
}
