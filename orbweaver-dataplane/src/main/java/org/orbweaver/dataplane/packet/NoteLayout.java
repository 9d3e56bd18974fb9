package org.orbweaver.dataplane.packet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where in a note of a {@link Tap} what stands: offsets in bytes, little-endian. Behind the header
 * comes as much of the packet as is kept; notes are padded to 8 bytes.
 */
public final class NoteLayout {
  /** Length of the note, with what follows the header (int). */
  public static final int LENGTH = 0;

  /** Bytes of the packet that follow (int). */
  public static final int KEPT = 4;

  /** Notes that were left out before it, for want of room (int). */
  public static final int MISSED = 8;

  /** Ordinal of a {@link Fate}, or {@link #NO_FATE} (byte). */
  public static final int FATE = 12;

  /** 1 for up, 0 for down (byte). */
  public static final int UP = 13;

  /** Number of the tap (short). */
  public static final int TAP = 14;

  /**
   * When it was noted (long); times are nanoseconds of the machine's monotonic clock, {@link
   * #NEVER} for none.
   */
  public static final int NOTED_NS = 16;

  /** When the packet came (long). */
  public static final int CAME_NS = 24;

  /** When it began to be sent (long). */
  public static final int START_NS = 32;

  /** When it was sent (long). */
  public static final int SENT_NS = 40;

  /** Length of the packet, bytes (int); then nothing (int). */
  public static final int PACKET_LENGTH = 48;

  /** Length of a note without the packet. */
  public static final int HEADER = 56;

  /** In place of a fate: nothing is said. */
  public static final byte NO_FATE = -1;

  /** In place of a time. */
  public static final long NEVER = Long.MIN_VALUE;

  private NoteLayout() {}

  /** A note that says nothing. */
  public static ByteBuffer nothing() {
    ByteBuffer note = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    return note.putInt(LENGTH, HEADER).put(FATE, NO_FATE);
  }
}
