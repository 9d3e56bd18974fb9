package org.orbweaver.core.schedule;

import java.util.Arrays;

/**
 * What the cells of a round want of the beams that are left. A satellite keeps the claims of those
 * whose turn comes first, as many as it has beams, and drops the others; who is dropped claims
 * something else. Since a cell that loses a satellite never gives up another for it, nothing that
 * is dropped would ever be taken back, and claims come out as if each cell had waited for its turn,
 * in whatever order they are made (Gale and Shapley 1962, with cells that want several: Kelso and
 * Crawford 1982). Layout: by satellite a heap of turns, the last on top.
 */
final class Claims {
  /** Instead of a turn: nobody is dropped. */
  static final int NOBODY = -1;

  private static final int NEVER = -1;

  private final Beams beams;
  private final int[][] turns;
  private final int[] size;

  /** By satellite the last turn that may have a beam of it. */
  private final int[] lastTurn;

  Claims(Beams beams, int satellites) {
    this.beams = beams;
    turns = new int[satellites][];
    size = new int[satellites];
    lastTurn = new int[satellites];
    begin();
  }

  /** Forgets all claims. */
  void begin() {
    Arrays.fill(size, 0);
    for (int s = 0; s < lastTurn.length; s++) {
      lastTurn[s] = beams.isFree(s) ? Integer.MAX_VALUE : NEVER;
    }
  }

  /** Whether a satellite has a beam for whoever has this turn. */
  boolean isOpen(int satellite, int turn) {
    return turn <= lastTurn[satellite];
  }

  /** Whether all beams that a satellite had are claimed, so that others may have been dropped. */
  boolean isContended(int satellite) {
    return lastTurn[satellite] < Integer.MAX_VALUE;
  }

  /**
   * Claims a beam; not twice for the same turn.
   *
   * @return the turn that is dropped, perhaps the claim's own, or {@link #NOBODY}
   */
  int claim(int satellite, int turn) {
    if (!isOpen(satellite, turn)) {
      return turn;
    }
    int[] heap = turns[satellite];
    if (heap == null) {
      heap = turns[satellite] = new int[8];
    }
    int count = size[satellite];
    int room = beams.left(satellite);
    int dropped = NOBODY;
    if (count < room) {
      if (count == heap.length) {
        heap = turns[satellite] = Arrays.copyOf(heap, 2 * count);
      }
      size[satellite] = ++count;
      rise(heap, count - 1, turn);
    } else {
      dropped = heap[0];
      sink(heap, count, turn);
    }
    if (count == room) {
      lastTurn[satellite] = heap[0];
    }
    return dropped;
  }

  private static void rise(int[] heap, int from, int turn) {
    int at = from;
    while (at > 0 && heap[(at - 1) / 2] < turn) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = turn;
  }

  /** In place of the top. */
  private static void sink(int[] heap, int count, int turn) {
    int at = 0;
    for (int child = 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && heap[child + 1] > heap[child]) {
        child++;
      }
      if (heap[child] <= turn) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = turn;
  }
}
