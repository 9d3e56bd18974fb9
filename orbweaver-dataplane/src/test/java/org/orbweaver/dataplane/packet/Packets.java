package org.orbweaver.dataplane.packet;

import java.lang.foreign.Arena;

/** Makes packets for tests, by the definitions and not by the code under test where it matters. */
final class Packets implements AutoCloseable {
  private static final int ROOM = 4096;

  private final Arena arena = Arena.ofConfined();
  private int length;

  /** Address of a packet made last, its length in {@link #length}. */
  private long room() {
    return arena.allocate(ROOM, 64).address();
  }

  int length() {
    return length;
  }

  long udp4(Address from, Address to, int fromPort, int toPort, int payload) {
    long p = room();
    length = Ip.V4_HEADER + 8 + payload;
    Ip.headerV4(p, length, Ip.UDP, 64, from.v4(), to.v4());
    udp(p + Ip.V4_HEADER, fromPort, toPort, payload);
    return p;
  }

  long udp6(Address from, Address to, int fromPort, int toPort, int payload) {
    long p = room();
    length = Ip.V6_HEADER + 8 + payload;
    Ip.headerV6(p, 8 + payload, Ip.UDP, 64);
    Memory.i64(p + 8, from.prefix());
    Memory.i64(p + 16, from.rest());
    Memory.i64(p + 24, to.prefix());
    Memory.i64(p + 32, to.rest());
    udp(p + Ip.V6_HEADER, fromPort, toPort, payload);
    return p;
  }

  private static void udp(long udp, int fromPort, int toPort, int payload) {
    Memory.u16(udp, fromPort);
    Memory.u16(udp + 2, toPort);
    Memory.u16(udp + 4, 8 + payload);
    Memory.u16(udp + 6, 0);
    for (int i = 0; i < payload; i++) {
      Memory.u8(udp + 8 + i, i * 7);
    }
  }

  long echo4(Address from, Address to, int payload) {
    long p = room();
    length = Ip.V4_HEADER + 8 + payload;
    Ip.headerV4(p, length, Ip.ICMP, 64, from.v4(), to.v4());
    long icmp = p + Ip.V4_HEADER;
    Memory.i64(icmp, 0x0800_0000_1234_0001L);
    Memory.u16(icmp + 2, checksum(icmp, 8 + payload, 0));
    return p;
  }

  long echo6(Address from, Address to, int payload) {
    long p = udp6(from, to, 0, 0, payload);
    Memory.u8(p + 6, Ip.ICMP_V6);
    long icmp = p + Ip.V6_HEADER;
    Memory.i64(icmp, 0x8000_0000_1234_0001L);
    Memory.u16(icmp + 2, checksum(icmp, 8 + payload, pseudo6(p)));
    return p;
  }

  /** RFC 1071, word by word; 0 over what holds a right checksum. */
  static int checksum(long address, int bytes, long begin) {
    long sum = begin;
    for (int i = 0; i < bytes; i++) {
      sum += (long) Memory.u8(address + i) << (i % 2 == 0 ? 8 : 0);
    }
    while (sum > 0xffff) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (int) (~sum & 0xffff);
  }

  /** RFC 8200, section 8.1: addresses, length, next header. */
  static long pseudo6(long p) {
    long sum = Memory.u16(p + 4);
    sum += Memory.u8(p + 6);
    for (int i = 8; i < 40; i += 2) {
      sum += Memory.u16(p + i);
    }
    return sum;
  }

  @Override
  public void close() {
    arena.close();
  }
}
