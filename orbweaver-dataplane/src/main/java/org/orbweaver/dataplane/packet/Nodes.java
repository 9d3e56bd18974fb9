package org.orbweaver.dataplane.packet;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.forwarding.Node;

/**
 * Which node an address belongs to. A node is a number: what it is in the upper bits, which one in
 * the lower. The packet thread's.
 */
final class Nodes {
  static final int NONE = IntByLong.NONE;
  static final int TERMINAL = 0;
  static final int POP = 1;
  static final int INTERNET = 2;
  static final int RESOLVER = 3;
  static final int GATEWAY = 4;
  static final int SATELLITE = 5;

  private static final int KIND_SHIFT = 28;

  private final IntByLong byAddress = new IntByLong();

  static int node(int kind, int index) {
    return (kind << KIND_SHIFT) | index;
  }

  static int kind(int node) {
    return node >>> KIND_SHIFT;
  }

  static int index(int node) {
    return node & ((1 << KIND_SHIFT) - 1);
  }

  /** Whether it is reached by a {@link Way} from wherever a packet comes. */
  static boolean isPlace(int node) {
    return node != NONE && kind(node) >= GATEWAY;
  }

  /** The same for the plan; null for the internet, which is as near to every PoP. */
  static @Nullable Node planned(int node) {
    int index = index(node);
    return switch (kind(node)) {
      case TERMINAL -> new Node(Node.Kind.TERMINAL, index);
      case POP -> new Node(Node.Kind.POP, index);
      case GATEWAY -> new Node(Node.Kind.GATEWAY, index);
      case SATELLITE -> new Node(Node.Kind.SATELLITE, index);
      default -> null;
    };
  }

  /** The node that a packet is for; where none has its address, {@link #NONE}. */
  int destination(long p) {
    return byAddress.find(Ip.isV4(p) ? keyV4(Ip.destinationV4(p)) : Ip.destinationPrefix(p));
  }

  /** The node that a packet comes from, as it says. */
  int source(long p) {
    return byAddress.find(Ip.isV4(p) ? keyV4(Ip.sourceV4(p)) : Ip.sourcePrefix(p));
  }

  void put(Address address, int node) {
    byAddress.put(keyV4(address.v4()), node);
    byAddress.put(address.prefix(), node);
  }

  void remove(Address address) {
    byAddress.remove(keyV4(address.v4()));
    byAddress.remove(address.prefix());
  }

  /** No /64 of a unique local or global prefix has these upper bits. */
  private static long keyV4(int v4) {
    return (1L << 32) | (v4 & 0xffff_ffffL);
  }
}
