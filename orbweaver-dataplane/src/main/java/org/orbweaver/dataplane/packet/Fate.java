package org.orbweaver.dataplane.packet;

/** What a record says of a packet. Notes of a {@link Tap} have its ordinal: add at the end. */
public enum Fate {
  /** A terminal has sent it; what becomes of it is said later. */
  ENTERED,
  /** It has been handed over at the other end of the link. */
  DELIVERED,
  /** It has left the link's queue for a way beside the one over the home PoP. */
  ASIDE,
  /** Dropped by the queue. */
  QUEUE,
  /** Lost on the way. */
  LOST,
  /** Lost in a gap, as at a handover. */
  GAP,
  /** Refused: the link has no service. */
  UNSERVED,
  /** Refused: somebody decided so. */
  PROHIBITED;

  /** Whether it goes no further. */
  public boolean isEnd() {
    return switch (this) {
      case ENTERED, DELIVERED, ASIDE -> false;
      case QUEUE, LOST, GAP, UNSERVED, PROHIBITED -> true;
    };
  }
}
