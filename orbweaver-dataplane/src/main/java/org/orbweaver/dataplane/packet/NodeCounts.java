package org.orbweaver.dataplane.packet;

import org.jspecify.annotations.Nullable;

/**
 * What a node's device has done since it was attached. Packets that stand for many count as one.
 *
 * @param address the node's
 * @param sentPackets that its programs sent and that went on
 * @param sentBytes of those, headers of IP included
 * @param gotPackets handed to its programs
 * @param gotBytes of those
 * @param malformed sent, but no whole packets of IP
 * @param spoofed sent under an address that is not its own
 * @param tooBig sent, but longer than packets may be; their sender was told
 * @param noRoom sent, but the engine had no room for them
 * @param notTaken that its kernel did not take
 * @param link what its link has done; null where it is no terminal
 * @param now what its link does now; null where it is no terminal
 */
public record NodeCounts(
    Address address,
    long sentPackets,
    long sentBytes,
    long gotPackets,
    long gotBytes,
    long malformed,
    long spoofed,
    long tooBig,
    long noRoom,
    long notTaken,
    @Nullable LinkCounts link,
    @Nullable LinkNow now) {

  static NodeCounts of(Port port, @Nullable Link link, @Nullable LinkNow now) {
    return new NodeCounts(
        port.address,
        port.sentPackets,
        port.sentBytes,
        port.gotPackets,
        port.gotBytes,
        port.malformed,
        port.spoofed,
        port.tooBig,
        port.noRoom,
        port.notTaken,
        link == null ? null : LinkCounts.of(link),
        now);
  }
}
