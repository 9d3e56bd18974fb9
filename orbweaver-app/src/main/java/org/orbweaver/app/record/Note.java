package org.orbweaver.app.record;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.orbweaver.dataplane.packet.Fate;
import org.orbweaver.dataplane.packet.NoteLayout;
import org.orbweaver.dataplane.packet.Tap;

/**
 * What a {@link Tap} says of a packet.
 *
 * @param missed notes that were left out before it, for want of room
 * @param fate what became of it
 * @param up whether it goes up
 * @param tap number of the tap
 * @param atNs when this became of it, UTC, nanoseconds since the Unix epoch
 * @param queueNs how long it waited until it began to be sent; negative where it was not
 * @param sendNs how long it took to be sent; negative likewise
 * @param delayNs from when it came until {@code atNs}
 * @param length of the packet, bytes
 * @param packet as much of it as is kept, or nothing
 */
record Note(
    int missed,
    Fate fate,
    boolean up,
    int tap,
    long atNs,
    long queueNs,
    long sendNs,
    long delayNs,
    int length,
    ByteBuffer packet) {
  private static final Fate[] FATES = Fate.values();
  private static final int MOST = 1 << 17;

  /**
   * The next one; null at the end.
   *
   * @param offsetNs from the times of taps to UTC
   */
  static @Nullable Note read(InputStream in, long offsetNs) throws IOException {
    while (true) {
      byte[] head = in.readNBytes(NoteLayout.HEADER);
      if (head.length < NoteLayout.HEADER) {
        return null;
      }
      ByteBuffer b = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
      int all = b.getInt(NoteLayout.LENGTH);
      int kept = b.getInt(NoteLayout.KEPT);
      byte fate = b.get(NoteLayout.FATE);
      if (all < NoteLayout.HEADER || all > MOST || kept < 0 || kept > all - NoteLayout.HEADER) {
        throw new IOException("the network sent something else than notes");
      }
      byte[] rest = in.readNBytes(all - NoteLayout.HEADER);
      if (rest.length < all - NoteLayout.HEADER) {
        throw new EOFException("the network ended within a note");
      }
      if (fate >= 0 && fate < FATES.length) {
        return of(b, FATES[fate], offsetNs, ByteBuffer.wrap(rest, 0, kept));
      }
    }
  }

  private static Note of(ByteBuffer b, Fate fate, long offsetNs, ByteBuffer packet) {
    long notedNs = b.getLong(NoteLayout.NOTED_NS);
    long cameNs = b.getLong(NoteLayout.CAME_NS);
    long startNs = b.getLong(NoteLayout.START_NS);
    long sentNs = b.getLong(NoteLayout.SENT_NS);
    boolean sent = startNs != NoteLayout.NEVER;
    return new Note(
        b.getInt(NoteLayout.MISSED),
        fate,
        b.get(NoteLayout.UP) == 1,
        b.getShort(NoteLayout.TAP),
        notedNs + offsetNs,
        sent ? startNs - cameNs : -1,
        sent ? sentNs - startNs : -1,
        notedNs - cameNs,
        b.getInt(NoteLayout.PACKET_LENGTH),
        packet);
  }
}
