package org.orbweaver.dataplane;

import java.net.InetAddress;
import java.util.List;

/** What a request, a datagram or a forward leads to. */
sealed interface Destination {
  /** The PoP at which it lies beyond the terminal's own, or -1. */
  default int farPop() {
    return -1;
  }

  /** A PoP's own service. */
  record Service(int pop, int port) implements Destination {
    @Override
    public int farPop() {
      return pop;
    }
  }

  /**
   * Sockets outside, to be tried in this order.
   *
   * @param farPop where traffic leaves the network for them; -1 for the terminal's own PoP
   */
  record Outside(List<InetAddress> addresses, int port, int farPop) implements Destination {}

  /**
   * Nowhere.
   *
   * @param reply for the client
   * @param why for the operator
   */
  record Nowhere(SocksReply reply, String why) implements Destination {}
}
