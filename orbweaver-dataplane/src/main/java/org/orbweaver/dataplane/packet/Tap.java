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
 * <p>Notes are as {@link NoteLayout} says; one of no fate fills the ring's end.
 */
public final class Tap implements AutoCloseable {
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
    int need = (NoteLayout.HEADER + kept + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    long from = written.getPlain();
    int at = (int) (from % size);
    int pad = at + need > size ? size - at : 0;
    if (from + pad + need - taken.getAcquire() > size) {
      missed++;
      return;
    }
    if (pad > 0) {
      ring.set(INT, at + NoteLayout.LENGTH, pad);
      if (pad >= NoteLayout.HEADER) {
        ring.set(ValueLayout.JAVA_BYTE, at + NoteLayout.FATE, NoteLayout.NO_FATE);
      }
      at = 0;
    }
    ring.set(INT, at + NoteLayout.LENGTH, need);
    ring.set(INT, at + NoteLayout.KEPT, kept);
    ring.set(INT, at + NoteLayout.MISSED, missed);
    ring.set(ValueLayout.JAVA_BYTE, at + NoteLayout.FATE, (byte) fate.ordinal());
    ring.set(ValueLayout.JAVA_BYTE, at + NoteLayout.UP, (byte) (up ? 1 : 0));
    ring.set(SHORT, at + NoteLayout.TAP, number);
    ring.set(LONG, at + NoteLayout.NOTED_NS, atNs);
    ring.set(LONG, at + NoteLayout.CAME_NS, cameNs);
    ring.set(LONG, at + NoteLayout.START_NS, startNs);
    ring.set(LONG, at + NoteLayout.SENT_NS, sentNs);
    ring.set(INT, at + NoteLayout.PACKET_LENGTH, length);
    if (kept > 0) {
      Memory.copy(packet, ring.address() + at + NoteLayout.HEADER, kept);
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
      int note = ring.get(INT, at + end + NoteLayout.LENGTH);
      if (note < NoteLayout.HEADER
          || ring.get(ValueLayout.JAVA_BYTE, at + end + NoteLayout.FATE) == NoteLayout.NO_FATE) {
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
      Arrays.fill(cameNs, NoteLayout.NEVER);
    }
  }
}
