package org.orbweaver.dataplane.packet;

/** What a link does with packets at one time. */
public enum LinkState {
  /** It carries them. */
  OPEN,
  /** They wait until it carries again: a handover that loses nothing. */
  HELD,
  /** What is sent is lost: a handover's gap. */
  LOST,
  /** It has no service: the sender is told that its destination is unreachable. */
  UNSERVED,
  /** It has no service because somebody decided so: the sender is told that it is prohibited. */
  PROHIBITED;

  /** Whether nothing passes, and the sender is told. */
  boolean isDark() {
    return this == UNSERVED || this == PROHIBITED;
  }
}
