package org.orbweaver.app.live;

import java.io.IOException;
import java.net.DatagramSocket;
import org.orbweaver.app.packets.PacketNetwork.Attached;
import org.orbweaver.dataplane.linux.NetNamespace;

/** Sockets in the networks of nodes. */
final class NodeSocket {
  private NodeSocket() {}

  /** One that a thread has opened which has entered the node's network. */
  static DatagramSocket open(Attached node) throws IOException {
    return NetNamespace.within(node.namespace(), DatagramSocket::new);
  }
}
