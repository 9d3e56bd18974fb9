package org.orbweaver.dataplane.packet;

/** What one direction of a link has done. The packet thread's. */
final class Counters {
  long packets;
  long bytes;
  long dropped;
  long lost;
  long refused;

  /** Bytes that came to be sent. */
  long offeredBytes;

  /** For how long it has been sending, nanoseconds. */
  long busyNs;

  /** The same for other threads. */
  final Gauge gauge = new Gauge();
}
