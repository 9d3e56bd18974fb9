package org.orbweaver.core.graph;

import java.util.Arrays;

/**
 * Delay trees in plain Java. Layout: an array a place, of all lanes. Every loop runs over two or
 * three such arrays with one index, which the compiler turns into vector instructions; long arrays
 * pay for the few lanes that it leaves to scalar ones.
 */
final class PlainTreeRows implements TreeRows {
  private final int lanes;
  private final int[][] rows;

  PlainTreeRows(int places, int lanes) {
    this.lanes = lanes;
    rows = new int[places][lanes];
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public int ticks(int place, int lane) {
    return rows[place][lane];
  }

  @Override
  public void copy(int place, int[] into, int offset) {
    System.arraycopy(rows[place], 0, into, offset, lanes);
  }

  @Override
  public void clear(int first, int end) {
    for (int k = first; k < end; k++) {
      Arrays.fill(rows[k], Ticks.UNREACHABLE);
    }
  }

  @Override
  public void lower(int place, int lane, int ticks) {
    rows[place][lane] = Math.min(rows[place][lane], ticks);
  }

  @Override
  public void lower(int place, int ticks, int[] added, int offset) {
    int[] row = rows[place];
    for (int v = 0; v < row.length; v++) {
      row[v] = Math.min(row[v], ticks + added[offset + v]);
    }
  }

  @Override
  public void solve(
      int first, int end, int[] ringTicks, int[] from, int[] fromTicks, boolean fresh) {
    if (fresh) {
      clear(first, end);
    }
    relax(rows[first], rows[from[first]], fromTicks[first]);
    for (int k = first + 1; k < end; k++) {
      relax(rows[k], rows[from[k]], fromTicks[k], rows[k - 1], ringTicks[k - 1]);
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
    for (k = end - 2; k >= first; k--) {
      relax(rows[k], rows[k + 1], ringTicks[k]);
    }
    k = end - 1;
    int after = first;
    while (link(k, after, ringTicks[k])) {
      after = k;
      k = k > first ? k - 1 : end - 1;
    }
  }

  @Override
  public boolean improves(int first, int end, int[] from, int[] fromTicks) {
    for (int k = first; k < end; k++) {
      if (isShorter(rows[k], rows[from[k]], fromTicks[k])) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean link(int to, int from, int ticks) {
    if (!isShorter(rows[to], rows[from], ticks)) {
      return false;
    }
    relax(rows[to], rows[from], ticks);
    return true;
  }

  private static void relax(int[] to, int[] from, int ticks) {
    for (int v = 0; v < to.length; v++) {
      to[v] = Math.min(to[v], from[v] + ticks);
    }
  }

  private static void relax(int[] to, int[] from, int fromTicks, int[] also, int alsoTicks) {
    for (int v = 0; v < to.length; v++) {
      to[v] = Math.min(to[v], Math.min(from[v] + fromTicks, also[v] + alsoTicks));
    }
  }

  /** Any difference below zero sets the sign of their union. */
  private static boolean isShorter(int[] than, int[] from, int ticks) {
    int signs = 0;
    for (int v = 0; v < than.length; v++) {
      signs |= from[v] + ticks - than[v];
    }
    return signs < 0;
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
    for (int place = 0; place < places; place++) {
      for (int c = TreeHops.TOGETHER - 1; c >= 0; c--) {
        int link = place * columns + column + c;
        if (linkTicks[link] < Ticks.ABSENT) {
          goOn(
              rows[place],
              rows[linkPlace[link]],
              linkTicks[link],
              linkSatellite[link],
              place * lanes,
              next);
        }
      }
    }
  }

  private static void goOn(
      int[] here, int[] there, int ticks, int satellite, int offset, int[] next) {
    for (int v = 0; v < here.length; v++) {
      int same = ((there[v] + ticks ^ here[v]) - 1) >> 31;
      next[offset + v] = (satellite & same) | (next[offset + v] & ~same);
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
      int[] ticks,
      int[] next) {
    Arrays.fill(ticks, offset, offset + lanes, Ticks.UNREACHABLE);
    Arrays.fill(next, offset, offset + lanes, DelayTrees.UNREACHED);
    for (int k = first; k < end; k++) {
      offer(rows[place[k]], length[k], satellite[k], offset, ticks, next);
    }
  }

  private static void offer(
      int[] there, int length, int satellite, int offset, int[] ticks, int[] next) {
    for (int v = 0; v < there.length; v++) {
      int way = there[v] + length;
      int shorter = (way - ticks[offset + v]) >> 31;
      ticks[offset + v] = Math.min(ticks[offset + v], way);
      next[offset + v] = (satellite & shorter) | (next[offset + v] & ~shorter);
    }
  }
}
