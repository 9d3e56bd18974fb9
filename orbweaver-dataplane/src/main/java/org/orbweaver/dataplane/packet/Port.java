package org.orbweaver.dataplane.packet;

import org.orbweaver.dataplane.linux.Tun;

/** Where packets enter and leave the engine: a node's TUN device. The packet thread's. */
final class Port {
  final int fd;
  final int node;
  final Address address;
  final int mtu;
  final boolean offloads;

  /** Packets read from one port before others have their turn, at most. */
  static final int LONGEST_TURN = 32;

  private int turn = 1;
  private long lastTurn;

  /** What came from its programs and went on, and what was handed to them. */
  long sentPackets;

  long sentBytes;
  long gotPackets;
  long gotBytes;

  /** Packets that came and went nowhere, by why. */
  long malformed;

  long spoofed;
  long tooBig;
  long noRoom;
  long notTaken;

  /**
   * A port.
   *
   * @param mtu longest packet to and from it, bytes
   * @param offloads whether its device has an {@link Offload} header before each packet
   */
  Port(int fd, int node, Address address, int mtu, boolean offloads) {
    this.fd = fd;
    this.node = node;
    this.address = address;
    this.mtu = mtu;
    this.offloads = offloads;
  }

  /**
   * How many packets to try to read. Where they come one by one, to try for a second one costs as
   * much as the first; a port that is ready again at once has more of them.
   *
   * @param number of the turn, which counts up
   */
  int turn(long number) {
    if (number == lastTurn + 1) {
      turn = Math.min(LONGEST_TURN, 2 * turn);
    }
    lastTurn = number;
    return turn;
  }

  /** There were fewer. */
  void wasEmptyAfter(int packets) {
    turn = Math.max(1, packets);
  }

  /** Hands a packet over; one that the kernel does not take is lost. */
  void write(long p, int length) {
    int written =
        offloads
            ? Tun.write(fd, p - Offload.HEADER_BYTES, length + Offload.HEADER_BYTES)
            : Tun.write(fd, p, length);
    if (written < length) {
      notTaken++;
    } else {
      gotPackets++;
      gotBytes += length;
    }
  }

  /** Whether a packet says that it comes from here. */
  boolean isSource(long p) {
    return Ip.isV4(p) ? Ip.sourceV4(p) == address.v4() : Ip.sourcePrefix(p) == address.prefix();
  }

  /** Whether it is the kernel's own chatter with its link: IPv6 link-local, or to many. */
  static boolean isLinkLocal(long p) {
    return Ip.isV4(p)
        ? Ip.destinationV4(p) >>> 28 == 0xe
        : Memory.u16(p + 8) >>> 6 == 0xfe80 >>> 6 || Memory.u8(p + 24) == 0xff;
  }
}
