package org.orbweaver.core.forwarding;

import java.util.List;

/**
 * The nodes that a packet passes, in order, and how long it is under way.
 *
 * @param nodes from the sender to the receiver
 * @param oneWayDelayS propagation only (space and fibre), seconds
 */
public record Path(List<Node> nodes, double oneWayDelayS) {
  public Path {
    nodes = List.copyOf(nodes);
  }

  /** Number of links. */
  public int hops() {
    return nodes.size() - 1;
  }

  /** There and back, milliseconds, propagation only. */
  public double rttMs() {
    return 2e3 * oneWayDelayS;
  }
}
