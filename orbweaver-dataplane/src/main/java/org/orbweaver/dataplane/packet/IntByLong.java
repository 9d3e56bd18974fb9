package org.orbweaver.dataplane.packet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.orbweaver.core.random.SplitMix64;

/**
 * Numbers by keys, looked up for every packet: open addressing over primitives. The packet
 * thread's.
 */
final class IntByLong {
  /** Where a key has no number. */
  static final int NONE = -1;

  private long[] keys = new long[64];
  private int[] values = new int[64];
  private int used;
  private final Map<Long, Integer> exact = new HashMap<>();

  IntByLong() {
    Arrays.fill(values, NONE);
  }

  /** Gives a key a number from 0. */
  void put(long key, int value) {
    exact.put(key, value);
    if (2 * (used + 1) > keys.length) {
      rebuild(2 * keys.length);
    } else {
      insert(key, value);
    }
  }

  void remove(long key) {
    exact.remove(key);
    rebuild(keys.length);
  }

  private void rebuild(int size) {
    keys = new long[size];
    values = new int[size];
    Arrays.fill(values, NONE);
    used = 0;
    exact.forEach(this::insert);
  }

  private void insert(long key, int value) {
    int at = slot(key);
    while (values[at] != NONE && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    if (values[at] == NONE) {
      used++;
    }
    keys[at] = key;
    values[at] = value;
  }

  /** A key's number, or {@link #NONE}. */
  int find(long key) {
    int at = slot(key);
    while (values[at] != NONE && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return values[at];
  }

  private int slot(long key) {
    return (int) ((key * SplitMix64.GOLDEN) >>> 32) & (keys.length - 1);
  }
}
