package org.orbweaver.dataplane.packet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.orbweaver.core.random.SplitMix64;

/**
 * Which node an address belongs to. A node is a number: what it is in the upper bits, which one in
 * the lower. The packet thread's; looked up for every packet, so by open addressing over
 * primitives.
 */
final class Nodes {
  static final int NONE = -1;
  static final int TERMINAL = 0;
  static final int POP = 1;
  static final int INTERNET = 2;
  static final int RESOLVER = 3;

  private static final int KIND_SHIFT = 28;

  private long[] keys = new long[64];
  private int[] nodes = new int[64];
  private int used;
  private final Map<Long, Integer> exact = new HashMap<>();

  static int node(int kind, int index) {
    return (kind << KIND_SHIFT) | index;
  }

  static int kind(int node) {
    return node >>> KIND_SHIFT;
  }

  static int index(int node) {
    return node & ((1 << KIND_SHIFT) - 1);
  }

  Nodes() {
    Arrays.fill(nodes, NONE);
  }

  /** The node that a packet is for; where none has its address, {@link #NONE}. */
  int destination(long p) {
    return Ip.isV4(p) ? find(keyV4(Ip.destinationV4(p))) : find(Ip.destinationPrefix(p));
  }

  /** The node that a packet comes from, as it says. */
  int source(long p) {
    return Ip.isV4(p) ? find(keyV4(Ip.sourceV4(p))) : find(Ip.sourcePrefix(p));
  }

  void put(Address address, int node) {
    put(keyV4(address.v4()), node);
    put(address.prefix(), node);
  }

  void remove(Address address) {
    exact.remove(keyV4(address.v4()));
    exact.remove(address.prefix());
    rebuild(keys.length);
  }

  /** No /64 of a unique local or global prefix has these upper bits. */
  private static long keyV4(int v4) {
    return (1L << 32) | (v4 & 0xffff_ffffL);
  }

  private void put(long key, int node) {
    exact.put(key, node);
    if (2 * (used + 1) > keys.length) {
      rebuild(2 * keys.length);
    } else {
      insert(key, node);
    }
  }

  private void rebuild(int size) {
    keys = new long[size];
    nodes = new int[size];
    Arrays.fill(nodes, NONE);
    used = 0;
    exact.forEach(this::insert);
  }

  private void insert(long key, int node) {
    int at = slot(key);
    while (nodes[at] != NONE && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    if (nodes[at] == NONE) {
      used++;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  private int find(long key) {
    int at = slot(key);
    while (nodes[at] != NONE && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return nodes[at];
  }

  private int slot(long key) {
    return (int) ((key * SplitMix64.GOLDEN) >>> 32) & (keys.length - 1);
  }
}
