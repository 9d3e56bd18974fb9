package org.orbweaver.simd;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.orbweaver.core.graph.DelayTrees;
import org.orbweaver.core.graph.Ticks;
import org.orbweaver.core.graph.TreeRows;

/**
 * As many delay trees as a vector has lanes. Layout: one array, the lanes of a place side by side,
 * place after place.
 *
 * <p>No method takes or returns a vector, and none that is carried round a loop comes from outside
 * of its method: the compiler would put each of them into an object of its own.
 */
final class SimdTreeRows implements TreeRows {
  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  private final int[] ticks;
  private final AllocationGate gate = new AllocationGate(1_024);

  SimdTreeRows(int places) {
    ticks = new int[places * LANES];
    clear(0, places);
  }

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public int ticks(int place, int lane) {
    return ticks[place * LANES + lane];
  }

  @Override
  public void copy(int place, int[] into, int offset) {
    System.arraycopy(ticks, place * LANES, into, offset, LANES);
  }

  @Override
  public void begin() {
    gate.enter();
  }

  @Override
  public void clear(int first, int end) {
    Arrays.fill(ticks, first * LANES, end * LANES, Ticks.UNREACHABLE);
  }

  @Override
  public void grown() {
    gate.leave();
    if (!gate.isOpen()) {
      SimdTreeKernel.giveUp();
    }
  }

  @Override
  public void lower(int place, int lane, int length) {
    int at = place * LANES + lane;
    ticks[at] = Math.min(ticks[at], length);
  }

  @Override
  public void lower(int place, int length, int[] added, int offset) {
    IntVector.fromArray(SPECIES, ticks, place * LANES)
        .min(IntVector.fromArray(SPECIES, added, offset).add(length))
        .intoArray(ticks, place * LANES);
  }

  @Override
  public void solve(
      int first, int end, int[] ringTicks, int[] from, int[] fromTicks, boolean fresh) {
    if (fresh) {
      forwardFresh(ticks, first, end, ringTicks, from, fromTicks);
    } else {
      across(ticks, first, from[first], fromTicks[first]);
      forward(ticks, first, end, ringTicks, from, fromTicks);
    }
    closeRing(first, end, ringTicks);
  }

  /** After a first round forward: on across the end, then backward. */
  private void closeRing(int first, int end, int[] ringTicks) {
    int k = first;
    int before = end - 1;
    while (link(k, before, ringTicks[before])) {
      before = k;
      k = k + 1 < end ? k + 1 : first;
    }
    backward(ticks, first, end, ringTicks);
    k = end - 1;
    int after = first;
    while (link(k, after, ringTicks[k])) {
      after = k;
      k = k > first ? k - 1 : end - 1;
    }
  }

  @Override
  public boolean link(int to, int from, int length) {
    IntVector known = IntVector.fromArray(SPECIES, ticks, to * LANES);
    IntVector over = IntVector.fromArray(SPECIES, ticks, from * LANES).add(length);
    if (!over.compare(VectorOperators.LT, known).anyTrue()) {
      return false;
    }
    known.min(over).intoArray(ticks, to * LANES);
    return true;
  }

  @Override
  public boolean improves(int first, int end, int[] from, int[] fromTicks) {
    return improves(ticks, first, end, from, fromTicks);
  }

  private static void across(int[] ticks, int to, int from, int length) {
    IntVector.fromArray(SPECIES, ticks, to * LANES)
        .min(IntVector.fromArray(SPECIES, ticks, from * LANES).add(length))
        .intoArray(ticks, to * LANES);
  }

  private static void forward(
      int[] ticks, int first, int end, int[] ringTicks, int[] from, int[] fromTicks) {
    IntVector along = IntVector.fromArray(SPECIES, ticks, first * LANES).add(ringTicks[first]);
    for (int k = first + 1; k < end; k++) {
      IntVector least =
          IntVector.fromArray(SPECIES, ticks, k * LANES)
              .min(IntVector.fromArray(SPECIES, ticks, from[k] * LANES).add(fromTicks[k]))
              .min(along);
      least.intoArray(ticks, k * LANES);
      along = least.add(ringTicks[k]);
    }
  }

  /**
   * As if all places of the row had been cleared, and {@link #across} been called. A place without
   * a link across leads to itself, so far away that what it holds does not matter: none holds zero.
   */
  private static void forwardFresh(
      int[] ticks, int first, int end, int[] ringTicks, int[] from, int[] fromTicks) {
    IntVector unreachable = IntVector.broadcast(SPECIES, Ticks.UNREACHABLE);
    IntVector along = unreachable;
    for (int k = first; k < end; k++) {
      IntVector least =
          IntVector.fromArray(SPECIES, ticks, from[k] * LANES)
              .add(fromTicks[k])
              .min(unreachable)
              .min(along);
      least.intoArray(ticks, k * LANES);
      along = least.add(ringTicks[k]);
    }
  }

  private static void backward(int[] ticks, int first, int end, int[] ringTicks) {
    IntVector least = IntVector.fromArray(SPECIES, ticks, (end - 1) * LANES);
    for (int k = end - 2; k >= first; k--) {
      least = IntVector.fromArray(SPECIES, ticks, k * LANES).min(least.add(ringTicks[k]));
      least.intoArray(ticks, k * LANES);
    }
  }

  /** Any difference below zero sets the sign of their union. */
  private static boolean improves(int[] ticks, int first, int end, int[] from, int[] fromTicks) {
    IntVector signs = IntVector.zero(SPECIES);
    for (int k = first; k < end; k++) {
      signs =
          signs.or(
              IntVector.fromArray(SPECIES, ticks, from[k] * LANES)
                  .add(fromTicks[k])
                  .sub(IntVector.fromArray(SPECIES, ticks, k * LANES)));
    }
    return signs.compare(VectorOperators.LT, 0).anyTrue();
  }

  @Override
  public void hops(
      int places,
      int[] linkPlace,
      int[] linkSatellite,
      int[] linkTicks,
      int columns,
      int column,
      boolean fresh,
      int[] next) {
    if (fresh) {
      Arrays.fill(next, DelayTrees.UNREACHED);
    }
    hops(ticks, places, linkPlace, linkSatellite, linkTicks, columns, column, next);
  }

  private static void hops(
      int[] ticks,
      int places,
      int[] linkPlace,
      int[] linkSatellite,
      int[] linkTicks,
      int columns,
      int column,
      int[] next) {
    for (int place = 0; place < places; place++) {
      int a = place * columns + column;
      IntVector here = IntVector.fromArray(SPECIES, ticks, place * LANES);
      IntVector on = IntVector.fromArray(SPECIES, next, place * LANES);
      IntVector way =
          IntVector.fromArray(SPECIES, ticks, linkPlace[a + 3] * LANES).add(linkTicks[a + 3]);
      on = on.blend(linkSatellite[a + 3], way.compare(VectorOperators.EQ, here));
      way = IntVector.fromArray(SPECIES, ticks, linkPlace[a + 2] * LANES).add(linkTicks[a + 2]);
      on = on.blend(linkSatellite[a + 2], way.compare(VectorOperators.EQ, here));
      way = IntVector.fromArray(SPECIES, ticks, linkPlace[a + 1] * LANES).add(linkTicks[a + 1]);
      on = on.blend(linkSatellite[a + 1], way.compare(VectorOperators.EQ, here));
      way = IntVector.fromArray(SPECIES, ticks, linkPlace[a] * LANES).add(linkTicks[a]);
      on = on.blend(linkSatellite[a], way.compare(VectorOperators.EQ, here));
      on.intoArray(next, place * LANES);
    }
  }

  @Override
  public void least(
      int first,
      int end,
      int[] place,
      int[] satellite,
      int[] length,
      int offset,
      int[] least,
      int[] next) {
    least(ticks, first, end, place, satellite, length, offset, least, next);
  }

  private static void least(
      int[] ticks,
      int first,
      int end,
      int[] place,
      int[] satellite,
      int[] length,
      int offset,
      int[] least,
      int[] next) {
    IntVector best = IntVector.broadcast(SPECIES, Ticks.UNREACHABLE);
    IntVector over = IntVector.broadcast(SPECIES, DelayTrees.UNREACHED);
    for (int k = first; k < end; k++) {
      IntVector way = IntVector.fromArray(SPECIES, ticks, place[k] * LANES).add(length[k]);
      over = over.blend(satellite[k], way.compare(VectorOperators.LT, best));
      best = best.min(way);
    }
    best.intoArray(least, offset);
    over.intoArray(next, offset);
  }
}
