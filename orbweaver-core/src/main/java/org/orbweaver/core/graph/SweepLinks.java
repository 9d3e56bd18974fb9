package org.orbweaver.core.graph;

import java.util.Arrays;
import org.orbweaver.core.link.LaserLinks;

/**
 * Laser links as a {@link Sweep} wants them, and their lengths at a moment. Layout, by place of a
 * {@link SweepOrder}: the length of the link to the next place of the row; the places linked in the
 * rows west and east, and how far they are. What fits none of these stands in a list of its own. A
 * link that is not there is {@link Ticks#ABSENT} long and leads to its own place.
 */
public final class SweepLinks {
  private final SweepOrder order;
  private final int[] ringTicks;
  private final int[] west;
  private final int[] westTicks;
  private final int[] east;
  private final int[] eastTicks;
  private int[] extraTicks = new int[0];
  private int[] extraPairs = new int[0];

  /** Pairs of satellites, and where the length of each is kept: ring, then east, then extra. */
  private final int[] pairA;

  private final int[] pairB;
  private final int[] slot;

  /** Compressed rows by place: the satellites linked, ascending, and the slots of the links. */
  private final int[] linkStart;

  private final int[] linkTo;
  private final int[] linkSlot;

  /** Pairs of satellites, each once, whose lengths are yet to be set. */
  SweepLinks(SweepOrder order, int[] pairA, int[] pairB) {
    this.order = order;
    this.pairA = pairA;
    this.pairB = pairB;
    int places = order.places();
    ringTicks = new int[places];
    west = new int[places];
    westTicks = new int[places];
    east = new int[places];
    eastTicks = new int[places];
    slot = new int[pairA.length];
    linkStart = new int[places + 1];
    linkTo = new int[2 * pairA.length];
    linkSlot = new int[2 * pairA.length];
    Arrays.setAll(west, place -> place);
    Arrays.setAll(east, place -> place);
    assignSlots();
    indexByPlace();
    Arrays.fill(ringTicks, Ticks.ABSENT);
    Arrays.fill(westTicks, Ticks.ABSENT);
    Arrays.fill(eastTicks, Ticks.ABSENT);
    Arrays.fill(extraTicks, Ticks.ABSENT);
  }

  /** The links of a moment, with their lengths. */
  public static SweepLinks of(SweepOrder order, LaserLinks lasers) {
    int[] a = new int[lasers.count()];
    int[] b = new int[lasers.count()];
    int[] ticks = new int[lasers.count()];
    int size = 0;
    for (int s = 0; s < lasers.satellites(); s++) {
      for (int k = lasers.first(s); k < lasers.end(s); k++) {
        if (s < lasers.neighbour(k)) {
          a[size] = s;
          b[size] = lasers.neighbour(k);
          ticks[size++] = Ticks.ofM(lasers.lengthM(k));
        }
      }
    }
    SweepLinks links = new SweepLinks(order, a, b);
    for (int pair = 0; pair < size; pair++) {
      links.setLength(pair, ticks[pair]);
    }
    return links;
  }

  private void assignSlots() {
    int places = order.places();
    boolean[] ringTaken = new boolean[places];
    int extras = 0;
    for (int pair = 0; pair < pairA.length; pair++) {
      int a = order.place(pairA[pair]);
      int b = order.place(pairB[pair]);
      int first = ringLink(a, b, ringTaken);
      if (first >= 0) {
        ringTaken[first] = true;
        slot[pair] = first;
      } else if (isEastward(a, b)) {
        slot[pair] = places + link(a, b);
      } else if (isEastward(b, a)) {
        slot[pair] = places + link(b, a);
      } else {
        extraPairs =
            extras == extraPairs.length ? Arrays.copyOf(extraPairs, 2 * extras + 8) : extraPairs;
        extraPairs[extras] = pair;
        slot[pair] = 2 * places + extras++;
      }
    }
    extraPairs = Arrays.copyOf(extraPairs, extras);
    extraTicks = new int[extras];
  }

  /** The place from which the row's next one is the other end, or -1. */
  private int ringLink(int a, int b, boolean[] taken) {
    int row = order.row(a);
    if (row < 0 || row != order.row(b)) {
      return -1;
    }
    if (order.next(a) == b && !taken[a]) {
      return a;
    }
    return order.next(b) == a && !taken[b] ? b : -1;
  }

  private boolean isEastward(int from, int to) {
    int row = order.row(from);
    return row >= 0
        && order.row(to) >= 0
        && row != order.row(to)
        && order.east(row) == order.row(to)
        && east[from] == from
        && west[to] == to;
  }

  private int link(int from, int to) {
    east[from] = to;
    west[to] = from;
    return from;
  }

  private void indexByPlace() {
    for (int pair = 0; pair < pairA.length; pair++) {
      linkStart[order.place(pairA[pair]) + 1]++;
      linkStart[order.place(pairB[pair]) + 1]++;
    }
    for (int place = 0; place < order.places(); place++) {
      linkStart[place + 1] += linkStart[place];
    }
    int[] next = linkStart.clone();
    for (int pair = 0; pair < pairA.length; pair++) {
      insert(order.place(pairA[pair]), pairB[pair], slot[pair], next);
      insert(order.place(pairB[pair]), pairA[pair], slot[pair], next);
    }
  }

  /** Rows are four links long: insertion is the fastest way to keep them ascending. */
  private void insert(int place, int to, int ofSlot, int[] next) {
    int at = next[place]++;
    for (; at > linkStart[place] && linkTo[at - 1] > to; at--) {
      linkTo[at] = linkTo[at - 1];
      linkSlot[at] = linkSlot[at - 1];
    }
    linkTo[at] = to;
    linkSlot[at] = ofSlot;
  }

  SweepOrder order() {
    return order;
  }

  int pairs() {
    return pairA.length;
  }

  int a(int pair) {
    return pairA[pair];
  }

  int b(int pair) {
    return pairB[pair];
  }

  void setLength(int pair, int ticks) {
    int places = order.places();
    int at = slot[pair];
    if (at < places) {
      ringTicks[at] = ticks;
    } else if (at < 2 * places) {
      eastTicks[at - places] = ticks;
      westTicks[east[at - places]] = ticks;
    } else {
      extraTicks[at - 2 * places] = ticks;
    }
  }

  /** From each place to the next of its row. */
  public int[] ringTicks() {
    return ringTicks;
  }

  /** From each place to a place in the row west. */
  public int[] west() {
    return west;
  }

  public int[] westTicks() {
    return westTicks;
  }

  /** From each place to a place in the row east. */
  public int[] east() {
    return east;
  }

  public int[] eastTicks() {
    return eastTicks;
  }

  /** First entry of a place's links. */
  public int first(int place) {
    return linkStart[place];
  }

  /** One past the last entry of a place's links. */
  public int end(int place) {
    return linkStart[place + 1];
  }

  /** The satellite at the other end of an entry; ascending within a place. */
  public int satellite(int entry) {
    return linkTo[entry];
  }

  /** How far it is. */
  public int ticks(int entry) {
    return slotTicks(linkSlot[entry]);
  }

  private int slotTicks(int at) {
    int places = order.places();
    if (at < places) {
      return ringTicks[at];
    }
    return at < 2 * places ? eastTicks[at - places] : extraTicks[at - 2 * places];
  }

  /** Links that fit neither rings nor neighbouring rows: the numbers of their pairs. */
  int[] extraPairs() {
    return extraPairs;
  }

  int pairTicks(int pair) {
    return slotTicks(slot[pair]);
  }
}
