package org.orbweaver.core.graph;

import java.util.Arrays;

/**
 * A binary heap of dense node indices by key, in which a node's key can be lowered in place. Equal
 * keys leave in ascending order of node.
 */
final class MinHeap {
  private final int[] heap;
  private final int[] place;
  private final long[] key;
  private int size;

  MinHeap(int nodes) {
    heap = new int[nodes];
    place = new int[nodes];
    key = new long[nodes];
    Arrays.fill(place, -1);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Puts a node in, or lowers its key. */
  void lower(int node, long newKey) {
    key[node] = newKey;
    if (place[node] < 0) {
      place[node] = size;
      heap[size++] = node;
    }
    rise(place[node]);
  }

  boolean contains(int node) {
    return place[node] >= 0;
  }

  int removeLeast() {
    int least = heap[0];
    place[least] = -1;
    int last = heap[--size];
    if (size > 0) {
      heap[0] = last;
      place[last] = 0;
      sink();
    }
    return least;
  }

  private boolean isBefore(int a, int b) {
    return key[a] < key[b] || (key[a] == key[b] && a < b);
  }

  private void rise(int at) {
    int node = heap[at];
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (!isBefore(node, heap[parent])) {
        break;
      }
      put(at, heap[parent]);
      at = parent;
    }
    put(at, node);
  }

  private void sink() {
    int node = heap[0];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], node)) {
        break;
      }
      put(at, heap[child]);
      at = child;
    }
    put(at, node);
  }

  private void put(int at, int node) {
    heap[at] = node;
    place[node] = at;
  }
}
