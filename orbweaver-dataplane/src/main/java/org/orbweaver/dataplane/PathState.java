package org.orbweaver.dataplane;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ReasonCode;

/**
 * What a terminal's path does to traffic at one instant.
 *
 * @param served whether anything can depart at all
 * @param reason {@link ReasonCode#SERVED}, {@link ReasonCode#LINE_LIMITED}, or why not
 * @param oneWayDelayNs terminal to home PoP, the same both ways, nanoseconds; any value where
 *     unserved
 * @param upExtraNs what a packet that leaves the terminal now takes beside that: access and
 *     processing, nanoseconds
 * @param downExtraNs the same for a packet that leaves for the terminal now
 * @param downBps rate toward the terminal, bit/s, shared by all its connections
 * @param upBps rate from the terminal, bit/s, shared by all its connections
 * @param heldUntilNs network time before which nothing departs either way (handover); any earlier
 *     time means no hold
 * @param lostUntilNs network time before which packets that are sent are lost; byte streams, whose
 *     ends send again what is lost, wait instead, so that it is not after {@code heldUntilNs}
 * @param loss part of packets that is lost one by one, each way
 * @param homePop index of the PoP through which the terminal's traffic leaves the network; -1 where
 *     there is none
 * @param decision the decision by which it has no service, for people; null where none forbids it
 */
public record PathState(
    boolean served,
    ReasonCode reason,
    long oneWayDelayNs,
    long upExtraNs,
    long downExtraNs,
    double downBps,
    double upBps,
    long heldUntilNs,
    long lostUntilNs,
    double loss,
    int homePop,
    @Nullable String decision) {

  /** Propagation and holds, nothing else; the parameters are the same. */
  public PathState(
      boolean served,
      ReasonCode reason,
      long oneWayDelayNs,
      double downBps,
      double upBps,
      long heldUntilNs,
      int homePop) {
    this(
        served,
        reason,
        oneWayDelayNs,
        0,
        0,
        downBps,
        upBps,
        heldUntilNs,
        Long.MIN_VALUE,
        0,
        homePop,
        null);
  }

  /** A terminal without service. */
  public static PathState unserved(ReasonCode reason, int homePop) {
    return unserved(reason, homePop, null);
  }

  /** A terminal without service by a decision. */
  public static PathState unserved(ReasonCode reason, int homePop, @Nullable String decision) {
    return new PathState(
        false, reason, 0, 0, 0, 0, 0, Long.MIN_VALUE, Long.MIN_VALUE, 0, homePop, decision);
  }

  /** Why nothing is carried, for people. */
  String refusal() {
    return "the terminal has no service now ("
        + reason
        + (decision == null ? "" : " by " + decision)
        + ")";
  }
}
