package org.orbweaver.dataplane.packet;

import java.util.Arrays;

/**
 * Which stage has something to do next: a binary heap of stages by time, each in it at most once.
 * Stages are dense numbers from 0.
 */
final class EventHeap {
  /** The time of a stage that has nothing to do. */
  static final long NEVER = Long.MAX_VALUE;

  private int[] heap = new int[16];
  private int[] place = new int[16];
  private long[] dueNs = new long[16];
  private int size;

  EventHeap() {
    Arrays.fill(place, -1);
  }

  /** When the first is due; {@link #NEVER} where none is. */
  long firstNs() {
    return size == 0 ? NEVER : dueNs[heap[0]];
  }

  /** The stage that is due first; not to be asked of an empty heap. */
  int first() {
    return heap[0];
  }

  /** Says when a stage is due, {@link #NEVER} to take it out. */
  void set(int stage, long ns) {
    if (stage >= place.length) {
      grow(stage);
    }
    int at = place[stage];
    if (ns == NEVER) {
      if (at >= 0) {
        remove(at);
      }
      return;
    }
    if (at < 0) {
      if (size == heap.length) {
        heap = Arrays.copyOf(heap, 2 * size);
      }
      at = size++;
      dueNs[stage] = ns;
      rise(at, stage);
    } else {
      long before = dueNs[stage];
      dueNs[stage] = ns;
      if (ns < before) {
        rise(at, stage);
      } else if (ns > before) {
        sink(at, stage);
      }
    }
  }

  private void grow(int stage) {
    int from = place.length;
    int to = Integer.highestOneBit(stage) * 2;
    place = Arrays.copyOf(place, to);
    Arrays.fill(place, from, to, -1);
    dueNs = Arrays.copyOf(dueNs, to);
  }

  private void remove(int at) {
    place[heap[at]] = -1;
    int last = heap[--size];
    if (at < size) {
      rise(at, last);
      sink(place[last], last);
    }
  }

  private void rise(int from, int stage) {
    int at = from;
    long ns = dueNs[stage];
    while (at > 0) {
      int up = (at - 1) >>> 1;
      int above = heap[up];
      if (dueNs[above] <= ns) {
        break;
      }
      heap[at] = above;
      place[above] = at;
      at = up;
    }
    heap[at] = stage;
    place[stage] = at;
  }

  private void sink(int from, int stage) {
    int at = from;
    long ns = dueNs[stage];
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && dueNs[heap[child + 1]] < dueNs[heap[child]]) {
        child++;
      }
      int below = heap[child];
      if (dueNs[below] >= ns) {
        break;
      }
      heap[at] = below;
      place[below] = at;
      at = child;
    }
    heap[at] = stage;
    place[stage] = at;
  }
}
