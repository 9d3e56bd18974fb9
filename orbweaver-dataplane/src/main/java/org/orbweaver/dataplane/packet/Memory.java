package org.orbweaver.dataplane.packet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Bytes of packets by their addresses, in network order. Unchecked: whoever asks knows that the
 * address lies in a packet, because its length has been looked at.
 */
final class Memory {
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private Memory() {}

  static int u8(long address) {
    return ALL.get(ValueLayout.JAVA_BYTE, address) & 0xff;
  }

  static int u16(long address) {
    return ALL.get(SHORT, address) & 0xffff;
  }

  static int i32(long address) {
    return ALL.get(INT, address);
  }

  static long i64(long address) {
    return ALL.get(LONG, address);
  }

  static void u8(long address, int value) {
    ALL.set(ValueLayout.JAVA_BYTE, address, (byte) value);
  }

  static void u16(long address, int value) {
    ALL.set(SHORT, address, (short) value);
  }

  static void i32(long address, int value) {
    ALL.set(INT, address, value);
  }

  static void i64(long address, long value) {
    ALL.set(LONG, address, value);
  }

  static void copy(long from, long to, int length) {
    MemorySegment.copy(ALL, from, ALL, to, length);
  }

  static void copy(long from, byte[] to, int length) {
    MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, from, to, 0, length);
  }

  static void copy(byte[] from, int length, long to) {
    MemorySegment.copy(from, 0, ALL, ValueLayout.JAVA_BYTE, to, length);
  }
}
