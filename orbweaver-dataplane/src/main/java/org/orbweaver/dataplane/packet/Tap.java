package org.orbweaver.dataplane.packet;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the packet thread notes what a link carries, for another thread to take away: a ring of
 * bytes. Where it is full, notes are left out and counted; packets never wait for it.
 *
 * <p>A note is {@value #HEADER} bytes, little-endian: its length with what follows (int), the bytes
 * of the packet that follow (int), notes left out before it (int), {@link Fate} (byte), 1 for up
 * (byte), number of the tap (short); then when it was noted, when the packet came, when it began to
 * be sent and when it was sent, nanoseconds of the machine's monotonic clock (longs, {@link #NEVER}
 * where not); the packet's length (int), and nothing (int). Notes are padded to 8 bytes; one of no
 * fate, {@link #PAD}, fills the ring's end.
 */
public final class Tap implements AutoCloseable {
  /** Length of a note without the packet. */
  public static final int HEADER = 56;

  /** In place of a fate: nothing is said. */
  public static final byte PAD = -1;

  /** In place of a time. */
  public static final long NEVER = Long.MIN_VALUE;

  private static final int RING_BYTES = 1 << 23;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Arena arena = Arena.ofShared();
  private final int size;
  private final MemorySegment ring;
  private final ByteBuffer bytes;
  private final short number;
  private final int longest;
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();
  private int missed;

  /**
   * A tap.
   *
   * @param number by which its notes are told from those of others
   * @param longest bytes of a packet that are kept, at most; 0 for none
   */
  public Tap(int number, int longest) {
    this(number, longest, RING_BYTES);
  }

  Tap(int number, int longest, int ringBytes) {
    this.number = (short) number;
    this.longest = longest;
    size = ringBytes;
    ring = arena.allocate(size, Long.BYTES);
    bytes = ring.asByteBuffer();
  }

  /** Whether anything of a packet itself is kept. */
  boolean keepsPackets() {
    return longest > 0;
  }

  /** Notes something; the packet thread's. */
  void note(
      Fate fate,
      boolean up,
      long atNs,
      long cameNs,
      long startNs,
      long sentNs,
      long packet,
      int length,
      boolean withPacket) {
    int kept = withPacket ? Math.min(longest, length) : 0;
    int need = (HEADER + kept + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    long from = written.getPlain();
    int at = (int) (from % size);
    int pad = at + need > size ? size - at : 0;
    if (from + pad + need - taken.getAcquire() > size) {
      missed++;
      return;
    }
    if (pad > 0) {
      ring.set(INT, at, pad);
      if (pad >= HEADER) {
        ring.set(ValueLayout.JAVA_BYTE, at + 12L, PAD);
      }
      at = 0;
    }
    ring.set(INT, at, need);
    ring.set(INT, at + 4L, kept);
    ring.set(INT, at + 8L, missed);
    ring.set(ValueLayout.JAVA_BYTE, at + 12L, (byte) fate.ordinal());
    ring.set(ValueLayout.JAVA_BYTE, at + 13L, (byte) (up ? 1 : 0));
    ring.set(SHORT, at + 14L, number);
    ring.set(LONG, at + 16L, atNs);
    ring.set(LONG, at + 24L, cameNs);
    ring.set(LONG, at + 32L, startNs);
    ring.set(LONG, at + 40L, sentNs);
    ring.set(INT, at + 48L, length);
    if (kept > 0) {
      Memory.copy(packet, ring.address() + at + HEADER, kept);
    }
    missed = 0;
    written.setRelease(from + pad + need);
  }

  /**
   * Takes away what has been noted; another thread's.
   *
   * @return whether there was anything
   */
  public boolean drain(WritableByteChannel to) throws IOException {
    long from = taken.getPlain();
    long until = written.getAcquire();
    if (from == until) {
      return false;
    }
    while (from < until) {
      int at = (int) (from % size);
      int length = (int) Math.min(until - from, size - at);
      // The unused end of the ring may be shorter than a note: it is not sent.
      int whole = wholeNotes(at, length);
      ByteBuffer part = bytes.slice(at, whole);
      while (part.hasRemaining()) {
        to.write(part);
      }
      from += length;
    }
    taken.setRelease(from);
    return true;
  }

  private int wholeNotes(int at, int length) {
    int end = 0;
    while (end < length) {
      int note = ring.get(INT, at + end);
      if (note < HEADER || ring.get(ValueLayout.JAVA_BYTE, at + end + 12L) == PAD) {
        return end;
      }
      end += note;
    }
    return end;
  }

  /** To be called when neither thread uses it any more. */
  @Override
  public void close() {
    arena.close();
  }

  /** When packets of a pool came and were sent, as far as any tap asks. */
  static final class Times {
    final long[] cameNs;
    final long[] startNs;
    final long[] sentNs;

    Times(int slots) {
      cameNs = new long[slots];
      startNs = new long[slots];
      sentNs = new long[slots];
      Arrays.fill(cameNs, NEVER);
    }
  }
}
