package org.orbweaver.core.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Terminals by what tells them apart where capacity is shared: weight, demand, and how many others,
 * whom nobody simulates, share their beam. Mostly a network has few such tariffs. Layout: by
 * terminal its tariff, numbered as terminals bring them up.
 */
public final class Tariffs {
  /** Numbers of others are told apart by a hundredth, so that tariffs stay few. */
  private static final double LOG_STEP = 0.01;

  private final int[] tariffOf;
  private final Tariff[] tariffs;

  /** From this one on, a tariff has one terminal, which is like no other. */
  private final int firstApart;

  /**
   * @param leftBps the most that others leave a terminal, however little it asks for
   */
  private record Tariff(double weight, double demandBps, double others, double leftBps) {
    Tariff atMost(double bps) {
      return bps >= demandBps ? this : new Tariff(weight, bps, others, leftBps);
    }
  }

  /**
   * Beside nobody.
   *
   * @param weight by terminal, positive
   * @param demandBps by terminal: what it would use if it could
   */
  public Tariffs(double[] weight, double[] demandBps) {
    this(weight.length, t -> new Tariff(weight[t], demandBps[t], 0, Double.POSITIVE_INFINITY));
  }

  private Tariffs(int terminals, IntFunction<Tariff> ofTerminal) {
    Map<Tariff, Integer> known = new HashMap<>();
    List<Tariff> inOrder = new ArrayList<>();
    tariffOf = new int[terminals];
    for (int t = 0; t < terminals; t++) {
      tariffOf[t] = number(ofTerminal.apply(t), known, inOrder);
    }
    tariffs = inOrder.toArray(Tariff[]::new);
    firstApart = tariffs.length;
  }

  private Tariffs(int[] tariffOf, Tariff[] tariffs, int firstApart) {
    this.tariffOf = tariffOf;
    this.tariffs = tariffs;
    this.firstApart = firstApart;
  }

  private static int number(Tariff tariff, Map<Tariff, Integer> known, List<Tariff> inOrder) {
    int next = inOrder.size();
    int number = known.computeIfAbsent(tariff, key -> next);
    if (number == next) {
      inOrder.add(tariff);
    }
    return number;
  }

  /**
   * The same where some terminals ask for no more than a rate.
   *
   * @param isLimited by terminal
   * @param mostBps bit/s
   */
  public Tariffs limited(IntPredicate isLimited, double mostBps) {
    boolean any = false;
    for (int t = 0; t < tariffOf.length && !any; t++) {
      any = isLimited.test(t);
    }
    return any
        ? new Tariffs(
            tariffOf.length,
            t -> isLimited.test(t) ? tariffs[tariffOf[t]].atMost(mostBps) : tariffs[tariffOf[t]])
        : this;
  }

  /**
   * The same beside others who use the network as well.
   *
   * @param othersOf by terminal how many share with it
   * @param background what they leave
   */
  public Tariffs beside(IntToDoubleFunction othersOf, BackgroundLoad background) {
    return new Tariffs(
        tariffOf.length,
        t -> {
          double exact = othersOf.applyAsDouble(t);
          double others =
              exact > 0 ? Math.exp(LOG_STEP * Math.rint(Math.log(exact) / LOG_STEP)) : 0;
          double leftBps = background.rateBps(others);
          Tariff before = tariffs[tariffOf[t]];
          return new Tariff(
              before.weight(), Math.min(before.demandBps(), leftBps), others, leftBps);
        });
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
    List<Tariff> inOrder = new ArrayList<>(List.of(tariffs));
    for (int k = 0; k < terminals.length; k++) {
      Tariff before = tariffs[tariffOf[terminals[k]]];
      if (mostBps[k] < before.demandBps()) {
        changed[terminals[k]] = number(before.atMost(mostBps[k]), known, inOrder);
      }
    }
    Tariff[] all = inOrder.toArray(Tariff[]::new);
    return known.isEmpty() ? this : new Tariffs(changed, all, all.length);
  }

  /**
   * The same where some terminals are told from all others, even from those alike, so that what
   * they ask for may change.
   *
   * @param terminals each once
   */
  Tariffs apart(int[] terminals) {
    int[] changed = tariffOf.clone();
    Tariff[] more = Arrays.copyOf(tariffs, tariffs.length + terminals.length);
    for (int k = 0; k < terminals.length; k++) {
      changed[terminals[k]] = tariffs.length + k;
      more[tariffs.length + k] = tariffs[tariffOf[terminals[k]]];
    }
    return new Tariffs(changed, more, tariffs.length);
  }

  /** Whether a tariff is that of one terminal, which is like no other. */
  boolean isApart(int tariff) {
    return tariff >= firstApart;
  }

  /** How many there are. */
  public int size() {
    return tariffs.length;
  }

  public int terminals() {
    return tariffOf.length;
  }

  public int of(int terminal) {
    return tariffOf[terminal];
  }

  public double weight(int tariff) {
    return tariffs[tariff].weight();
  }

  /** Bit/s. */
  public double demandBps(int tariff) {
    return tariffs[tariff].demandBps();
  }

  /** How many others share a beam with terminals of the tariff. */
  public double others(int tariff) {
    return tariffs[tariff].others();
  }

  /** The most that these leave one terminal, bit/s; positive infinity where there are none. */
  double leftBps(int tariff) {
    return tariffs[tariff].leftBps();
  }
}
