package org.orbweaver.dataplane.packet;

/**
 * What a terminal's link has done since it was attached.
 *
 * @param upPackets handed over at the far end
 * @param upBytes of those, headers of IP included
 * @param upDropped that found a full queue
 * @param upLost on the way
 * @param upRefused for want of service
 * @param downPackets handed to the terminal
 * @param downBytes of those
 * @param downDropped that found a full queue
 * @param downLost on the way
 * @param downRefused for want of service
 * @param upWaitingBytes in the queue now
 * @param downWaitingBytes in the queue now
 * @param spoofed sent by the terminal under an address that is not its own
 * @param malformed sent by the terminal, no whole packet of IP
 */
public record LinkCounts(
    long upPackets,
    long upBytes,
    long upDropped,
    long upLost,
    long upRefused,
    long downPackets,
    long downBytes,
    long downDropped,
    long downLost,
    long downRefused,
    long upWaitingBytes,
    long downWaitingBytes,
    long spoofed,
    long malformed) {

  static LinkCounts of(Link link) {
    Counters up = link.upCounters();
    Counters down = link.downCounters();
    return new LinkCounts(
        up.packets,
        up.bytes,
        up.dropped,
        up.lost,
        up.refused,
        down.packets,
        down.bytes,
        down.dropped,
        down.lost,
        down.refused,
        link.up().waitingBytes(),
        link.down().waitingBytes(),
        link.port().spoofed,
        link.port().malformed);
  }
}
