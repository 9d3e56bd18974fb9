package org.orbweaver.dataplane.packet;

import org.orbweaver.dataplane.linux.Tun;

/** Takes packets from devices into the pool. The packet thread's. */
final class Reader implements AutoCloseable {
  /** For a packet that was read and found no room. */
  static final int LOST = -2;

  private final PacketPool pool;
  private final Tun.Scatter scatter = new Tun.Scatter();

  /** Where packets are read that find no room, so that they do not wait in front of the door. */
  private final int spare;

  /** Where a packet goes on that is longer than an ordinary slot. */
  private int large;

  Reader(PacketPool pool) {
    this.pool = pool;
    spare = pool.take();
    large = pool.takeLarge();
  }

  /**
   * The next packet of a port.
   *
   * @return its slot, {@link #LOST}, or {@link PacketPool#NONE} where none waits
   */
  int read(Port port) {
    int taken = pool.take();
    int slot = taken == PacketPool.NONE ? spare : taken;
    int length = port.offloads ? readParts(port.fd, slot) : readWhole(port.fd, slot);
    if (length > 0 && length <= pool.slotBytes() && slot != spare) {
      pool.length[slot] = length;
      return slot;
    }
    int whole = PacketPool.NONE;
    if (length > 0) {
      whole = slot == spare ? LOST : joined(slot, length);
      port.noRoom += whole == LOST ? 1 : 0;
    }
    if (slot != spare) {
      pool.give(slot);
    }
    return whole;
  }

  private int readWhole(int fd, int slot) {
    return Tun.read(fd, pool.address(slot), pool.slotBytes());
  }

  /** An ordinary packet lies in its slot then; the rest of a longer one in the large slot. */
  private int readParts(int fd, int slot) {
    int first = pool.slotBytes();
    int read =
        scatter.read(
            fd,
            pool.address(slot) - Offload.HEADER_BYTES,
            first + Offload.HEADER_BYTES,
            pool.address(large) + first,
            PacketPool.LARGE_BYTES - first);
    return read - Offload.HEADER_BYTES;
  }

  /** A packet that lies in two slots, now in the large one, which is replaced. */
  private int joined(int slot, int length) {
    int next = pool.takeLarge();
    if (next == PacketPool.NONE) {
      return LOST;
    }
    int whole = large;
    large = next;
    Memory.copy(
        pool.address(slot) - Offload.HEADER_BYTES,
        pool.address(whole) - Offload.HEADER_BYTES,
        pool.slotBytes() + Offload.HEADER_BYTES);
    pool.length[whole] = length;
    return whole;
  }

  @Override
  public void close() {
    scatter.close();
  }
}
