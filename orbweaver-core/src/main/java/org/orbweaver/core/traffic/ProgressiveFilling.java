package org.orbweaver.core.traffic;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The filling itself. The level is the rate of a flow of weight one. It rises from event to event:
 * the next flow has what it asked for, or the next resource is full and its remaining flows stop. A
 * resource's filling level only rises while others stop below it, so that a queue whose keys are
 * checked when they come up is enough.
 *
 * <p>Layout: by resource, the rate already given away, the weight still rising and the place in the
 * run's lists; by flow, the result.
 */
final class ProgressiveFilling {
  private final double[] capacityBps;
  private final int[] routeStart;
  private final int[] route;
  private final double[] weight;
  private final int[] copies;
  private final double[] demandBps;
  private final double[] rateBps;
  private final double[] givenBps;
  private final double[] risingWeight;
  private final int[] risingFlows;
  private final int[] placeOf;

  /**
   * Shares the arrays with its owner, which may change demands between runs.
   *
   * @param copies by flow how many like it there are, which all get the same
   */
  ProgressiveFilling(
      double[] capacityBps,
      int[] routeStart,
      int[] route,
      double[] weight,
      int[] copies,
      double[] demandBps) {
    this.capacityBps = capacityBps;
    this.routeStart = routeStart;
    this.route = route;
    this.weight = weight;
    this.copies = copies;
    this.demandBps = demandBps;
    rateBps = new double[weight.length];
    givenBps = new double[capacityBps.length];
    risingWeight = new double[capacityBps.length];
    risingFlows = new int[capacityBps.length];
    placeOf = new int[capacityBps.length];
  }

  double rateBps(int flow) {
    return rateBps[flow];
  }

  /**
   * Gives the flows of a group their rates.
   *
   * @param group flows, ascending, that share contended resources with no flow outside
   * @param contended which resources can fill at all
   */
  void fill(int[] group, IntPredicate contended) {
    Run run = new Run(group, contended);
    run.start();
    run.rise();
  }

  private final class Run {
    private final int[] group;
    private final IntPredicate contended;
    private final LevelHeap next = new LevelHeap();
    private int[] rising = {};
    private boolean[] stopped = {};
    private int[] userStart = {};
    private int[] users = {};
    private int[] resources = {};

    Run(int[] group, IntPredicate contended) {
      this.group = group;
      this.contended = contended;
    }

    /** Flows without a contended resource get what they ask for; the others begin at zero. */
    void start() {
      int[] bound = new int[group.length];
      int count = 0;
      for (int f : group) {
        boolean free = true;
        for (int k = routeStart[f]; k < routeStart[f + 1]; k++) {
          free &= !contended.test(route[k]);
        }
        if (free) {
          rateBps[f] = demandBps[f];
        } else {
          bound[count++] = f;
        }
      }
      rising = Arrays.copyOf(bound, count);
      sortByLevel();
      collectResources();
    }

    /** Of equal levels the smaller place in the group first. */
    private void sortByLevel() {
      double[] level = new double[rising.length];
      boolean sorted = true;
      for (int k = 0; k < rising.length; k++) {
        level[k] = demandBps[rising[k]] / weight[rising[k]];
        sorted &= k == 0 || level[k - 1] <= level[k];
      }
      stopped = new boolean[rising.length];
      if (sorted) {
        return;
      }
      double[] ascending = level.clone();
      Arrays.sort(ascending);
      long[] keys = new long[rising.length];
      for (int k = 0; k < keys.length; k++) {
        keys[k] = (long) Arrays.binarySearch(ascending, level[k]) << Integer.SIZE | k;
      }
      normalise(keys, ascending);
      Arrays.sort(keys);
      int[] inOrder = new int[rising.length];
      for (int k = 0; k < inOrder.length; k++) {
        inOrder[k] = rising[(int) keys[k]];
      }
      rising = inOrder;
    }

    /** Equal levels were found at any of their places: take the first. */
    private void normalise(long[] keys, double[] ascending) {
      int[] first = new int[ascending.length];
      for (int k = 1; k < first.length; k++) {
        first[k] = ascending[k] == ascending[k - 1] ? first[k - 1] : k;
      }
      for (int k = 0; k < keys.length; k++) {
        keys[k] = (long) first[(int) (keys[k] >>> Integer.SIZE)] << Integer.SIZE | (int) keys[k];
      }
    }

    /** Indexes, by contended resource, the places in {@code rising} of the flows that use it. */
    private void collectResources() {
      int[] found = new int[16];
      int size = 0;
      int entries = 0;
      for (int f : rising) {
        for (int k = routeStart[f]; k < routeStart[f + 1]; k++) {
          int r = route[k];
          if (contended.test(r)) {
            if (risingFlows[r]++ == 0) {
              if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
              }
              found[size++] = r;
              givenBps[r] = 0;
              risingWeight[r] = 0;
            }
            risingWeight[r] += copies[f] * weight[f];
            entries++;
          }
        }
      }
      resources = Arrays.copyOf(found, size);
      Arrays.sort(resources);
      userStart = new int[size + 1];
      users = new int[entries];
      for (int i = 0; i < size; i++) {
        placeOf[resources[i]] = i;
        userStart[i + 1] = userStart[i] + risingFlows[resources[i]];
        next.add(levelOf(resources[i]), resources[i]);
      }
      int[] fill = userStart.clone();
      for (int place = 0; place < rising.length; place++) {
        int f = rising[place];
        for (int k = routeStart[f]; k < routeStart[f + 1]; k++) {
          if (contended.test(route[k])) {
            users[fill[placeOf[route[k]]]++] = place;
          }
        }
      }
    }

    private double levelOf(int resource) {
      return (capacityBps[resource] - givenBps[resource]) / risingWeight[resource];
    }

    void rise() {
      for (int place = 0; place < rising.length; place++) {
        int f = rising[place];
        fillBelow(demandBps[f] / weight[f]);
        if (!stopped[place]) {
          stop(place, demandBps[f]);
        }
      }
      // Whatever is left has no flow to fill it.
      for (int r : resources) {
        risingFlows[r] = 0;
      }
    }

    /** Stops the flows of every resource that is full before a level is reached. */
    private void fillBelow(double level) {
      while (!next.isEmpty() && next.leastLevel() < level) {
        int r = next.removeLeast();
        if (risingFlows[r] == 0) {
          continue;
        }
        double now = levelOf(r);
        if (!next.isEmpty() && now > next.leastLevel()) {
          next.add(now, r);
          continue;
        }
        if (now >= level) {
          next.add(now, r);
          return;
        }
        int i = placeOf[r];
        for (int u = userStart[i]; u < userStart[i + 1]; u++) {
          if (!stopped[users[u]]) {
            stop(users[u], weight[rising[users[u]]] * Math.max(0, now));
          }
        }
      }
    }

    private void stop(int place, double atBps) {
      int f = rising[place];
      stopped[place] = true;
      rateBps[f] = atBps;
      for (int k = routeStart[f]; k < routeStart[f + 1]; k++) {
        int r = route[k];
        if (contended.test(r)) {
          givenBps[r] += copies[f] * atBps;
          risingWeight[r] -= copies[f] * weight[f];
          risingFlows[r]--;
        }
      }
    }
  }
}
