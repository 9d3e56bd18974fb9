package org.orbweaver.dataplane.packet;

/**
 * Headers of IPv4 (RFC 791) and IPv6 (RFC 8200) at an address, as far as forwarding needs them. All
 * but {@link #check} expect a packet that it has passed.
 */
final class Ip {
  static final int V4_HEADER = 20;
  static final int V6_HEADER = 40;
  static final int ICMP = 1;
  static final int TCP = 6;
  static final int UDP = 17;
  static final int ICMP_V6 = 58;

  private static final int V4_TTL = 8;
  private static final int V4_CHECKSUM = 10;
  private static final int V6_HOP_LIMIT = 7;

  private Ip() {}

  /**
   * Whether the bytes are a whole packet of either version: lengths agree, headers are there, and
   * IPv4's is what its checksum says.
   */
  static boolean check(long p, int length) {
    if (length < V4_HEADER) {
      return false;
    }
    int version = Memory.u8(p) >>> 4;
    if (version == 4) {
      int header = headerV4(p);
      return header >= V4_HEADER
          && header <= length
          && Memory.u16(p + 2) == length
          && fold(sum(p, header, 0)) == 0;
    }
    return version == 6 && length >= V6_HEADER && Memory.u16(p + 4) + V6_HEADER == length;
  }

  static boolean isV4(long p) {
    return Memory.u8(p) >>> 4 == 4;
  }

  static int headerV4(long p) {
    return (Memory.u8(p) & 0xf) * 4;
  }

  static int headerLength(long p) {
    return isV4(p) ? headerV4(p) : V6_HEADER;
  }

  /** What follows the first header: a protocol's number. */
  static int protocol(long p) {
    return isV4(p) ? Memory.u8(p + 9) : Memory.u8(p + 6);
  }

  /** Whether it is a later fragment, which has no header of its protocol. */
  static boolean isLaterFragment(long p) {
    return isV4(p) && (Memory.u16(p + 6) & 0x1fff) != 0;
  }

  static int sourceV4(long p) {
    return Memory.i32(p + 12);
  }

  static int destinationV4(long p) {
    return Memory.i32(p + 16);
  }

  /** The first 64 bits of an IPv6 source. */
  static long sourcePrefix(long p) {
    return Memory.i64(p + 8);
  }

  static long sourceRest(long p) {
    return Memory.i64(p + 16);
  }

  static long destinationPrefix(long p) {
    return Memory.i64(p + 24);
  }

  static long destinationRest(long p) {
    return Memory.i64(p + 32);
  }

  static int ttl(long p) {
    return Memory.u8(p + (isV4(p) ? V4_TTL : V6_HOP_LIMIT));
  }

  /** One hop further; RFC 1624 for the checksum. */
  static void decrementTtl(long p) {
    if (isV4(p)) {
      Memory.u8(p + V4_TTL, Memory.u8(p + V4_TTL) - 1);
      int sum = Memory.u16(p + V4_CHECKSUM) + 0x100;
      Memory.u16(p + V4_CHECKSUM, sum + (sum >>> 16));
    } else {
      Memory.u8(p + V6_HOP_LIMIT, Memory.u8(p + V6_HOP_LIMIT) - 1);
    }
  }

  /** Whether congestion may be told by a mark instead of a loss: RFC 3168. */
  static boolean isEcnCapable(long p) {
    return (isV4(p) ? Memory.u8(p + 1) & 3 : Memory.u8(p + 1) >>> 4 & 3) != 0;
  }

  /** Marks congestion. */
  static void markCongestion(long p) {
    if (isV4(p)) {
      int before = Memory.u16(p);
      int after = before | 3;
      Memory.u16(p, after);
      Memory.u16(p + V4_CHECKSUM, replaced(Memory.u16(p + V4_CHECKSUM), before, after));
    } else {
      Memory.u8(p + 1, Memory.u8(p + 1) | 0x30);
    }
  }

  /** A checksum after one of its words has changed: RFC 1624, equation 3. */
  static int replaced(int checksum, int before, int after) {
    int sum = (~checksum & 0xffff) + (~before & 0xffff) + after;
    sum = (sum & 0xffff) + (sum >>> 16);
    sum += sum >>> 16;
    return ~sum & 0xffff;
  }

  /** Sum of 16-bit words, not yet folded: RFC 1071. An odd last byte counts as a word's first. */
  static long sum(long address, int length, long begin) {
    long sum = begin;
    int i = 0;
    for (; i + 1 < length; i += 2) {
      sum += Memory.u16(address + i);
    }
    return i < length ? sum + (Memory.u8(address + i) << 8) : sum;
  }

  /** The checksum of a sum. */
  static int fold(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) ~folded & 0xffff;
  }

  /** Sum of the pseudo-header of IPv6 for what follows its first header: RFC 8200, section 8.1. */
  static long pseudoSumV6(long p, int protocol, int length) {
    return sum(p + 8, 32, (long) protocol + length);
  }

  /** Writes an IPv4 header without options. */
  static void headerV4(long p, int length, int protocol, int ttl, int source, int destination) {
    Memory.u16(p, 0x4500);
    Memory.u16(p + 2, length);
    Memory.i32(p + 4, 0x4000);
    Memory.u8(p + V4_TTL, ttl);
    Memory.u8(p + 9, protocol);
    Memory.u16(p + V4_CHECKSUM, 0);
    Memory.i32(p + 12, source);
    Memory.i32(p + 16, destination);
    Memory.u16(p + V4_CHECKSUM, fold(sum(p, V4_HEADER, 0)));
  }

  /** Gives an IPv4 packet another length and identification. */
  static void lengthV4(long p, int length, int identification) {
    Memory.u16(p + 2, length);
    Memory.u16(p + 4, identification);
    Memory.u16(p + V4_CHECKSUM, 0);
    Memory.u16(p + V4_CHECKSUM, fold(sum(p, headerV4(p), 0)));
  }

  /** Writes an IPv6 header; addresses follow at 8 and 24. */
  static void headerV6(long p, int payload, int protocol, int hopLimit) {
    Memory.i32(p, 0x6000_0000);
    Memory.u16(p + 4, payload);
    Memory.u8(p + 6, protocol);
    Memory.u8(p + V6_HOP_LIMIT, hopLimit);
  }

  /** Turns source and destination round. */
  static void turnRound(long p) {
    if (isV4(p)) {
      int source = sourceV4(p);
      Memory.i32(p + 12, destinationV4(p));
      Memory.i32(p + 16, source);
    } else {
      long prefix = sourcePrefix(p);
      long rest = sourceRest(p);
      Memory.i64(p + 8, destinationPrefix(p));
      Memory.i64(p + 16, destinationRest(p));
      Memory.i64(p + 24, prefix);
      Memory.i64(p + 32, rest);
    }
  }
}
