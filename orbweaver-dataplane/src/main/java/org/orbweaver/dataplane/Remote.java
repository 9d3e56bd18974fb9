package org.orbweaver.dataplane;

import java.net.InetSocketAddress;

/** A socket on the far side of a datagram. */
sealed interface Remote {
  /** Outside; {@code farPop} as in {@link Destination.Outside}. */
  record Outside(InetSocketAddress address, int farPop) implements Remote {}

  /** A PoP's own service. */
  record Service(int pop, int port) implements Remote {}
}
