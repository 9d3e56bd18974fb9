package org.orbweaver.dataplane.packet;

/** What one direction of a link has done. The packet thread's. */
final class Counters {
  long packets;
  long bytes;
  long dropped;
  long lost;
  long refused;
}
