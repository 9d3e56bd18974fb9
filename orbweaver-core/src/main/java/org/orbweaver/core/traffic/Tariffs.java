package org.orbweaver.core.traffic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Terminals by what tells them apart where capacity is shared: weight and demand. Mostly a network
 * has few such tariffs. Layout: by terminal its tariff; by tariff its weight and demand, numbered
 * as terminals bring them up.
 */
public final class Tariffs {
  private final int[] tariffOf;
  private final double[] weight;
  private final double[] demandBps;

  private record Tariff(double weight, double demandBps) {}

  /**
   * @param weight by terminal, positive
   * @param demandBps by terminal: what it would use if it could
   */
  public Tariffs(double[] weight, double[] demandBps) {
    Map<Tariff, Integer> known = new HashMap<>();
    tariffOf = new int[weight.length];
    double[] weights = new double[16];
    double[] demands = new double[16];
    for (int t = 0; t < tariffOf.length; t++) {
      int next = known.size();
      tariffOf[t] = known.computeIfAbsent(new Tariff(weight[t], demandBps[t]), tariff -> next);
      if (tariffOf[t] == next) {
        if (next == weights.length) {
          weights = Arrays.copyOf(weights, 2 * next);
          demands = Arrays.copyOf(demands, 2 * next);
        }
        weights[next] = weight[t];
        demands[next] = demandBps[t];
      }
    }
    this.weight = Arrays.copyOf(weights, known.size());
    this.demandBps = Arrays.copyOf(demands, known.size());
  }

  private Tariffs(int[] tariffOf, double[] weight, double[] demandBps) {
    this.tariffOf = tariffOf;
    this.weight = weight;
    this.demandBps = demandBps;
  }

  /**
   * The same where some terminals ask for no more than a rate.
   *
   * @param isLimited by terminal
   * @param mostBps bit/s
   */
  public Tariffs limited(IntPredicate isLimited, double mostBps) {
    double[] weights = new double[tariffOf.length];
    double[] demands = new double[tariffOf.length];
    boolean any = false;
    for (int t = 0; t < tariffOf.length; t++) {
      boolean limits = isLimited.test(t);
      any |= limits;
      weights[t] = weight[tariffOf[t]];
      demands[t] = limits ? Math.min(mostBps, demandBps[tariffOf[t]]) : demandBps[tariffOf[t]];
    }
    return any ? new Tariffs(weights, demands) : this;
  }

  /**
   * The same where some terminals ask for no more than a rate each.
   *
   * @param terminals each once
   * @param mostBps by place in that list, bit/s
   */
  Tariffs atMost(int[] terminals, double[] mostBps) {
    int[] changed = tariffOf.clone();
    Map<Tariff, Integer> known = new HashMap<>();
    double[] weights = weight;
    double[] demands = demandBps;
    int size = weight.length;
    for (int k = 0; k < terminals.length; k++) {
      int before = tariffOf[terminals[k]];
      if (mostBps[k] >= demandBps[before]) {
        continue;
      }
      int next = size;
      int number = known.computeIfAbsent(new Tariff(weight[before], mostBps[k]), tariff -> next);
      if (number == size) {
        weights = size == weights.length ? Arrays.copyOf(weights, 2 * size + 16) : weights;
        demands = size == demands.length ? Arrays.copyOf(demands, 2 * size + 16) : demands;
        weights[size] = weight[before];
        demands[size++] = mostBps[k];
      }
      changed[terminals[k]] = number;
    }
    return known.isEmpty()
        ? this
        : new Tariffs(changed, Arrays.copyOf(weights, size), Arrays.copyOf(demands, size));
  }

  /** How many there are. */
  public int size() {
    return weight.length;
  }

  public int terminals() {
    return tariffOf.length;
  }

  public int of(int terminal) {
    return tariffOf[terminal];
  }

  public double weight(int tariff) {
    return weight[tariff];
  }

  /** Bit/s. */
  public double demandBps(int tariff) {
    return demandBps[tariff];
  }
}
