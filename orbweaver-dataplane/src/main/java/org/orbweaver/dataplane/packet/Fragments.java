package org.orbweaver.dataplane.packet;

/** Pieces of an IPv4 packet that is too long for the next link: RFC 791, section 2.3. */
final class Fragments {
  private static final int DONT = 0x4000;
  private static final int MORE = 0x2000;
  private static final int OFFSET = 0x1fff;
  private static final int UNIT = 8;
  private static final int COPIED = 0x80;
  private static final int NO_OPERATION = 1;

  private Fragments() {}

  /** Whether a packet may be cut: IPv6 leaves that to senders, and IPv4 where they say so. */
  static boolean mayCut(long p) {
    return Ip.isV4(p) && (Memory.u16(p + 6) & DONT) == 0;
  }

  /** How many pieces there will be. */
  static int count(long p, int length, int mtu) {
    int each = payload(p, mtu);
    return (length - Ip.headerV4(p) + each - 1) / each;
  }

  private static int payload(long p, int mtu) {
    return (mtu - Ip.headerV4(p)) / UNIT * UNIT;
  }

  /**
   * Writes one piece.
   *
   * @param to where, with room for {@code mtu} bytes
   * @param index 0 to {@link #count} - 1
   * @return its length
   */
  static int piece(long p, int length, int mtu, int index, long to) {
    int header = Ip.headerV4(p);
    int offset = index * payload(p, mtu);
    int payload = Math.min(payload(p, mtu), length - header - offset);
    boolean isLast = header + offset + payload == length;
    Memory.copy(p, to, header);
    Memory.copy(p + header + offset, to + header, payload);
    if (index > 0) {
      blankOptions(to, header);
    }
    int before = Memory.u16(p + 6);
    int more = isLast ? before & MORE : MORE;
    Memory.u16(to + 6, more | ((before & OFFSET) + offset / UNIT));
    Ip.lengthV4(to, header + payload, Memory.u16(p + 4));
    Offload.clear(to);
    return header + payload;
  }

  /** Options that are not for every piece become nothing, so that all headers are equally long. */
  private static void blankOptions(long p, int header) {
    int at = Ip.V4_HEADER;
    while (at < header && Memory.u8(p + at) > 0) {
      int kind = Memory.u8(p + at);
      int length = kind == NO_OPERATION || at + 1 >= header ? 1 : Memory.u8(p + at + 1);
      int end = Math.min(header, at + Math.max(1, length));
      for (int i = at; i < end && (kind & COPIED) == 0; i++) {
        Memory.u8(p + i, NO_OPERATION);
      }
      at = end;
    }
  }
}
