package org.orbweaver.core.forwarding;

import java.util.Arrays;
import org.orbweaver.core.geometry.PlaceCurve;
import org.orbweaver.core.geometry.SiteTable;

/**
 * Terminals in order, by the end of their traffic and along a {@link PlaceCurve}, cut into groups,
 * areas of groups and regions of areas. Where they stand so far apart that a group would have few,
 * they stay {@link LoneTerminals alone}.
 */
final class TerminalCuts {
  /** Terminals, at most, of a group, an area, a region; and how far they may be from the first. */
  private static final int[] MOST = {64, 256, 512};

  private static final double[] REACH_M = {200e3, 450e3, 900e3};

  /** No group has so few or fewer: a look at the sky for each then costs less than one for all. */
  private static final int FEW = 12;

  private static final int TERMINAL_BITS = 63 - PlaceCurve.BITS;

  private final SiteTable terminals;
  private final int[] endOf;
  private final int[] inOrder;
  private final int[] grouped;
  private final int[] lone;

  /** Where groups, areas and regions begin, each counted in what it consists of. */
  private final int[][] start = new int[MOST.length][];

  private final int[] size = new int[MOST.length];
  private final int[] begun = new int[MOST.length];

  /**
   * @param endOf by terminal the end of its traffic; negative leaves the terminal out
   * @param ends how many ends there are
   */
  TerminalCuts(SiteTable terminals, int[] endOf, int ends) {
    this.terminals = terminals;
    this.endOf = endOf;
    inOrder = order(terminals, endOf, ends);
    for (int level = 0; level < MOST.length; level++) {
      start[level] = new int[inOrder.length + 1];
    }
    int[] together = new int[inOrder.length];
    int[] alone = new int[inOrder.length];
    int togetherSize = 0;
    int aloneSize = 0;
    int end;
    for (int k = 0; k < inOrder.length; k = end) {
      end = endOfGroup(k);
      if (end - k <= FEW) {
        System.arraycopy(inOrder, k, alone, aloneSize, end - k);
        aloneSize += end - k;
      } else {
        begin(k, togetherSize);
        System.arraycopy(inOrder, k, together, togetherSize, end - k);
        togetherSize += end - k;
      }
    }
    for (int level = 0; level < MOST.length; level++) {
      start[level][size[level]] = level == 0 ? togetherSize : size[level - 1];
    }
    grouped = Arrays.copyOf(together, togetherSize);
    lone = Arrays.copyOf(alone, aloneSize);
  }

  /** Terminals that have an end, by end and along the curve. */
  private static int[] order(SiteTable terminals, int[] endOf, int ends) {
    int[] start = new int[ends + 1];
    for (int end : endOf) {
      if (end >= 0) {
        start[end + 1]++;
      }
    }
    for (int end = 0; end < ends; end++) {
      start[end + 1] += start[end];
    }
    long[] keys = new long[start[ends]];
    int[] next = start.clone();
    for (int t = 0; t < endOf.length; t++) {
      if (endOf[t] >= 0) {
        long along = PlaceCurve.along(terminals.point(t).latRad(), terminals.point(t).lonRad());
        keys[next[endOf[t]]++] = along << TERMINAL_BITS | t;
      }
    }
    for (int end = 0; end < ends; end++) {
      Arrays.sort(keys, start[end], start[end + 1]);
    }
    return Arrays.stream(keys).mapToInt(key -> (int) (key & (1L << TERMINAL_BITS) - 1)).toArray();
  }

  /**
   * Begins a group, and what is wider where that is full.
   *
   * @param first its first terminal in the order
   * @param at how many terminals are in groups before it
   */
  private void begin(int first, int at) {
    boolean sameEnd = size[0] > 0 && endOf[inOrder[first]] == endOf[inOrder[begun[0]]];
    int levels = sameEnd ? 1 : MOST.length;
    while (levels < MOST.length && isFull(begun[levels], first, levels)) {
      levels++;
    }
    for (int level = 0; level < levels; level++) {
      start[level][size[level]++] = level == 0 ? at : size[level - 1] - 1;
      begun[level] = first;
    }
  }

  private int endOfGroup(int first) {
    int end = first + 1;
    while (end < inOrder.length
        && endOf[inOrder[end]] == endOf[inOrder[first]]
        && !isFull(first, end, 0)) {
      end++;
    }
    return end;
  }

  private boolean isFull(int from, int to, int level) {
    int b = inOrder[to];
    return to - from >= MOST[level]
        || terminals.rangeM(inOrder[from], terminals.xM(b), terminals.yM(b), terminals.zM(b))
            > REACH_M[level];
  }

  /** By group the number of its first terminal among those in groups; one more, for the end. */
  int[] groupStart() {
    return Arrays.copyOf(start[0], size[0] + 1);
  }

  /** By area the number of its first group; one more, for the end. */
  int[] areaStart() {
    return Arrays.copyOf(start[1], size[1] + 1);
  }

  /** By region the number of its first area; one more, for the end. */
  int[] regionStart() {
    return Arrays.copyOf(start[2], size[2] + 1);
  }

  /** Terminals in groups, group after group. */
  int[] grouped() {
    return grouped;
  }

  /** Terminals in no group, neighbours together. */
  int[] lone() {
    return lone;
  }
}
