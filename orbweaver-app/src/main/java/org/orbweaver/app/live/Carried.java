package org.orbweaver.app.live;

import org.orbweaver.dataplane.DataPlane;
import org.orbweaver.dataplane.Traffic;
import org.orbweaver.dataplane.packet.LinkCounts;
import org.orbweaver.dataplane.packet.NodeCounts;

/**
 * What all terminals together have carried since the start.
 *
 * @param downBytes delivered to terminals, in connections, datagrams and packets
 * @param upBytes delivered from terminals
 * @param connections ever opened
 * @param datagrams delivered, both ways
 * @param droppedDatagrams both ways
 */
record Carried(
    long downBytes, long upBytes, long connections, long datagrams, long droppedDatagrams) {
  static final Carried NOTHING = new Carried(0, 0, 0, 0, 0);

  static Carried of(Carriers carriers, int terminals) {
    DataPlane dataPlane = carriers.streams();
    long down = 0;
    long up = 0;
    long connections = 0;
    long datagrams = 0;
    long dropped = 0;
    for (int t = 0; t < terminals; t++) {
      Traffic traffic = dataPlane.traffic(t);
      down += traffic.downBytes();
      up += traffic.upBytes();
      connections += traffic.connections();
      datagrams += traffic.upDatagrams() + traffic.downDatagrams();
      dropped += traffic.droppedDatagrams();
    }
    for (NodeCounts node : carriers.packets().counts().values()) {
      LinkCounts link = node.link();
      if (link != null) {
        down += link.downBytes();
        up += link.upBytes();
      }
    }
    return new Carried(down, up, connections, datagrams, dropped);
  }

  /** What came after an earlier count. */
  Carried since(Carried earlier) {
    return new Carried(
        downBytes - earlier.downBytes,
        upBytes - earlier.upBytes,
        connections - earlier.connections,
        datagrams - earlier.datagrams,
        droppedDatagrams - earlier.droppedDatagrams);
  }
}
