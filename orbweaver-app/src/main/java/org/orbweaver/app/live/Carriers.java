package org.orbweaver.app.live;

import org.orbweaver.app.packets.PacketNetwork;
import org.orbweaver.app.sharing.ShareFollower;
import org.orbweaver.dataplane.DataPlane;

/**
 * What carries traffic: byte streams and datagrams through the proxy, and packets.
 *
 * @param streams the proxy and forwarded ports
 * @param packets nodes with networks of their own
 * @param shares has them share capacity by what is really sent
 * @param facts what is known of these
 */
record Carriers(DataPlane streams, PacketNetwork packets, ShareFollower shares, NodeFacts facts)
    implements AutoCloseable {
  @Override
  public void close() {
    shares.close();
    packets.close();
    streams.close();
  }
}
