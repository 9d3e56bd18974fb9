package org.orbweaver.dataplane;

import java.net.InetAddress;
import java.util.List;

/** What a CONNECT request leads to. */
sealed interface Destination {
  /** A PoP's own service. */
  record Service(int pop) implements Destination {}

  /** Sockets outside, to be tried in this order. */
  record Outside(List<InetAddress> addresses, int port) implements Destination {}

  /**
   * Nowhere.
   *
   * @param reply for the client
   * @param why for the operator
   */
  record Nowhere(SocksReply reply, String why) implements Destination {}
}
