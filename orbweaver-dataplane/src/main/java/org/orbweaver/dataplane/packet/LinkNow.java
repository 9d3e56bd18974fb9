package org.orbweaver.dataplane.packet;

/**
 * What a link does with packets at one moment.
 *
 * @param state whether it carries them
 * @param oneWayNs between terminal and home PoP, nanoseconds; 0 where it has no service
 * @param upBps rate from the terminal, bit/s; 0 where it has no service
 * @param downBps rate toward it
 * @param upWaitingNs how long what waits takes to be sent from the terminal, nanoseconds
 * @param downWaitingNs the same toward it
 */
public record LinkNow(
    LinkState state,
    long oneWayNs,
    double upBps,
    double downBps,
    long upWaitingNs,
    long downWaitingNs) {
  private static final double BIT_NS_PER_BYTE_S = 8e9;

  static LinkNow of(int index, Link link, Boards boards, long nowNs) {
    LinkState state = boards.current().state(index);
    return new LinkNow(
        state,
        state.isDark()
            ? 0
            : (boards.current().delayNs(index, true, nowNs)
                    + boards.current().delayNs(index, false, nowNs))
                / 2,
        state.isDark() ? 0 : BIT_NS_PER_BYTE_S / boards.nsPerByte(index, true, nowNs),
        state.isDark() ? 0 : BIT_NS_PER_BYTE_S / boards.nsPerByte(index, false, nowNs),
        link.upCounters().gauge.waitingNs(),
        link.downCounters().gauge.waitingNs());
  }
}
