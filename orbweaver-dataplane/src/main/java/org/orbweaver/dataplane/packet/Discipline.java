package org.orbweaver.dataplane.packet;

/**
 * A link's queue in one direction. It decides what is dropped: on offering by returning false, on
 * polling by telling {@link Drops}. The packet thread's.
 */
interface Discipline {
  /** Where a queue says what it drops of what it had taken. */
  @FunctionalInterface
  interface Drops {
    void dropped(int slot);
  }

  /** Takes a packet; false where it is to be dropped. Its {@code timeNs} is when it came. */
  boolean offer(int slot);

  /**
   * The next packet to be sent.
   *
   * @param nowNs when the link became free
   * @return {@link PacketPool#NONE} where nothing is left
   */
  int poll(long nowNs);

  boolean isEmpty();

  /** Bytes that wait. */
  long bytes();

  int packets();
}
