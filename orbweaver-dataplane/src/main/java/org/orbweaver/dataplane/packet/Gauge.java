package org.orbweaver.dataplane.packet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How much one direction of a link is asked to carry. One thread at a time writes it, for packets
 * theirs; any may read it, without disturbing that one: values that belong together may be a packet
 * apart.
 */
public final class Gauge {
  private static final VarHandle OFFERED = handle("offeredBytes");
  private static final VarHandle BUSY = handle("busyNs");
  private static final VarHandle WAITING = handle("waitingNs");

  // Read through the handles.
  @SuppressWarnings("unused")
  private long offeredBytes;

  @SuppressWarnings("unused")
  private long busyNs;

  @SuppressWarnings("unused")
  private long waitingNs;

  private static VarHandle handle(String field) {
    try {
      return MethodHandles.lookup().findVarHandle(Gauge.class, field, long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * Whoever serves the link tells it.
   *
   * @param newOfferedBytes that have come to be sent since the beginning, those dropped included
   * @param newBusyNs for how long it has been sending since then, nanoseconds
   * @param newWaitingNs how long what waits now takes to be sent, nanoseconds
   */
  public void set(long newOfferedBytes, long newBusyNs, long newWaitingNs) {
    OFFERED.setOpaque(this, newOfferedBytes);
    BUSY.setOpaque(this, newBusyNs);
    WAITING.setOpaque(this, newWaitingNs);
  }

  /** Bytes that have come to be sent since the link was attached, those dropped included. */
  public long offeredBytes() {
    return (long) OFFERED.getOpaque(this);
  }

  /** For how long it has been sending since it was attached, nanoseconds. */
  public long busyNs() {
    return (long) BUSY.getOpaque(this);
  }

  /** How long what waits now takes to be sent, nanoseconds. */
  public long waitingNs() {
    return (long) WAITING.getOpaque(this);
  }
}
