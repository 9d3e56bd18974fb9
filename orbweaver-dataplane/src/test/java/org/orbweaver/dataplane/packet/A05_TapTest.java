package org.orbweaver.dataplane.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes between the packet thread and whoever takes them away. */
class A05_TapTest {
  private final PacketPool pool = new PacketPool(2, 2_032, 0);

  private static void note(Tap tap, PacketPool pool, int slot, int length, long atNs) {
    tap.note(Fate.DELIVERED, true, atNs, 1, 2, 3, pool.address(slot), length, true);
  }

  private static List<ByteBuffer> taken(Tap tap) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tap.drain(Channels.newChannel(out));
    ByteBuffer all = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    List<ByteBuffer> notes = new ArrayList<>();
    while (all.hasRemaining()) {
      int length = all.getInt(all.position() + NoteLayout.LENGTH);
      notes.add(all.slice(all.position(), length).order(ByteOrder.LITTLE_ENDIAN));
      all.position(all.position() + length);
    }
    return notes;
  }

  @Test
  void a01_notesComeOutAsTheyWentIn_howeverOftenTheRingGoesRound() throws Exception {
    try (Tap tap = new Tap(7, 100, 1_024)) {
      int slot = pool.take();
      long next = 0;
      for (int round = 0; round < 500; round++) {
        int count = round % 4;
        for (int i = 0; i < count; i++) {
          Memory.i64(pool.address(slot), next + i);
          note(tap, pool, slot, 8 + (round + i) % 90, next + i);
        }
        List<ByteBuffer> notes = taken(tap);
        assertThat(notes).hasSize(count);
        for (ByteBuffer note : notes) {
          assertThat(note.getInt(NoteLayout.MISSED)).as("left out").isZero();
          assertThat(note.get(NoteLayout.FATE)).isEqualTo((byte) Fate.DELIVERED.ordinal());
          assertThat(note.getShort(NoteLayout.TAP)).isEqualTo((short) 7);
          assertThat(note.getLong(NoteLayout.NOTED_NS)).isEqualTo(next);
          assertThat(note.duplicate().order(ByteOrder.BIG_ENDIAN).getLong(NoteLayout.HEADER))
              .isEqualTo(next);
          next++;
        }
      }
    }
    pool.close();
  }

  @Test
  void a02_whatFindsNoRoomIsLeftOutAndCounted() throws Exception {
    try (Tap tap = new Tap(0, 0, 1_024)) {
      for (int i = 0; i < 100; i++) {
        note(tap, pool, 0, 1_000, i);
      }
      List<ByteBuffer> notes = taken(tap);
      assertThat(notes).hasSize(1_024 / NoteLayout.HEADER);
      note(tap, pool, 0, 1_000, 100);
      assertThat(taken(tap).getFirst().getInt(NoteLayout.MISSED)).isEqualTo(100 - notes.size());
      assertThat(tap.drain(Channels.newChannel(new ByteArrayOutputStream()))).isFalse();
    }
    pool.close();
  }
}
