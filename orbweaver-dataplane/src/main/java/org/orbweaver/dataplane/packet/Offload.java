package org.orbweaver.dataplane.packet;

import java.nio.ByteOrder;

/**
 * What a device with offloads says of a packet in the bytes before it: that a checksum is still to
 * be completed, and that it stands for many segments of TCP or many datagrams. Layout: {@code
 * struct virtio_net_hdr} of Linux's virtio_net.h, in the machine's own byte order. All zeroes mean
 * an ordinary packet.
 */
final class Offload {
  static final int HEADER_BYTES = 10;

  private static final int FLAGS = -10;
  private static final int TYPE = -9;
  private static final int SEGMENT_BYTES = -6;
  private static final int SUM_START = -4;
  private static final int SUM_OFFSET = -2;

  private static final int NEEDS_SUM = 1;
  private static final int TCP_V4 = 1;
  private static final int TCP_V6 = 4;
  private static final int UDP = 5;
  private static final int TYPE_BITS = 0x7f;

  private static final int TCP_HEADER = 20;
  private static final int TCP_SUM_OFFSET = 16;
  private static final int UDP_SUM_OFFSET = 6;
  private static final int UDP_HEADER = 8;
  private static final int FIN_PSH = 0x09;
  private static final int CWR = 0x80;

  private static final boolean SWAPPED = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  private Offload() {}

  private static int word(long address) {
    int value = Memory.u16(address);
    return SWAPPED ? Short.reverseBytes((short) value) & 0xffff : value;
  }

  private static void word(long address, int value) {
    Memory.u16(address, SWAPPED ? Short.reverseBytes((short) value) : value);
  }

  /** Makes it an ordinary packet. */
  static void clear(long p) {
    Memory.i64(p + FLAGS, 0);
    Memory.u16(p + SUM_OFFSET, 0);
  }

  /** Whether it stands for many. */
  static boolean isMany(long p) {
    return Memory.u8(p + TYPE) != 0;
  }

  /** The longest packet that it stands for, bytes. */
  static int longest(long p, int length) {
    return isMany(p) ? Math.min(length, headers(p) + word(p + SEGMENT_BYTES)) : length;
  }

  /** Whether what is said of a packet can be true. */
  static boolean check(long p, int length) {
    boolean needsSum = (Memory.u8(p + FLAGS) & NEEDS_SUM) != 0;
    int start = word(p + SUM_START);
    if (needsSum && start + word(p + SUM_OFFSET) + 2 > length) {
      return false;
    }
    if (!isMany(p)) {
      return true;
    }
    return switch (type(p)) {
      case TCP_V4 -> Ip.isV4(p) && needsSum && holdsTcp(p, length, start);
      case TCP_V6 -> !Ip.isV4(p) && needsSum && holdsTcp(p, length, start);
      case UDP -> needsSum && start + UDP_HEADER < length && word(p + SEGMENT_BYTES) > 0;
      default -> false;
    };
  }

  private static boolean holdsTcp(long p, int length, int start) {
    return start >= Ip.headerLength(p)
        && start + TCP_HEADER < length
        && headers(p) < length
        && word(p + SEGMENT_BYTES) > 0;
  }

  private static int type(long p) {
    return Memory.u8(p + TYPE) & TYPE_BITS;
  }

  private static int headers(long p) {
    int start = word(p + SUM_START);
    return start + (type(p) == UDP ? UDP_HEADER : (Memory.u8(p + start + 12) >>> 4) * 4);
  }

  /** How many it stands for. */
  static int count(long p, int length) {
    int each = word(p + SEGMENT_BYTES);
    return (length - headers(p) + each - 1) / each;
  }

  /**
   * Writes one of those that it stands for, as an ordinary packet whose checksum is to be
   * completed.
   *
   * @param to where, with room for {@link #longest} bytes
   * @param index 0 to {@link #count} - 1
   * @return its length
   */
  static int segment(long p, int length, int index, long to) {
    int headers = headers(p);
    int each = word(p + SEGMENT_BYTES);
    int offset = index * each;
    int payload = Math.min(each, length - headers - offset);
    boolean isLast = headers + offset + payload == length;
    int start = word(p + SUM_START);
    int total = headers + payload;
    Memory.copy(p, to, headers);
    Memory.copy(p + headers + offset, to + headers, payload);
    boolean isUdp = type(p) == UDP;
    long transport = to + start;
    if (isUdp) {
      Memory.u16(transport + 4, total - start);
    } else {
      Memory.i32(transport + 4, Memory.i32(transport + 4) + offset);
      int flags = Memory.u8(transport + 13);
      flags &= isLast ? ~0 : ~FIN_PSH;
      flags &= index == 0 ? ~0 : ~CWR;
      Memory.u8(transport + 13, flags);
    }
    int protocol = isUdp ? Ip.UDP : Ip.TCP;
    int sumOffset = isUdp ? UDP_SUM_OFFSET : TCP_SUM_OFFSET;
    long pseudo;
    if (Ip.isV4(to)) {
      Ip.lengthV4(to, total, Memory.u16(to + 4) + index);
      pseudo = Ip.sum(to + 12, 8, (long) protocol + total - start);
    } else {
      Memory.u16(to + 4, total - Ip.V6_HEADER);
      pseudo = Ip.pseudoSumV6(to, protocol, total - start);
    }
    Memory.u16(transport + sumOffset, ~Ip.fold(pseudo));
    clear(to);
    Memory.u8(to + FLAGS, NEEDS_SUM);
    word(to + SUM_START, start);
    word(to + SUM_OFFSET, sumOffset);
    return total;
  }

  /** Completes an ordinary packet's checksum, where that is still to be done. */
  static void complete(long p, int length) {
    if ((Memory.u8(p + FLAGS) & NEEDS_SUM) == 0) {
      return;
    }
    int start = word(p + SUM_START);
    int offset = word(p + SUM_OFFSET);
    int sum = Ip.fold(Ip.sum(p + start, length - start, 0));
    // A datagram's checksum of zero would mean that it has none: RFC 768.
    Memory.u16(p + start + offset, sum == 0 && offset == UDP_SUM_OFFSET ? 0xffff : sum);
    clear(p);
  }
}
