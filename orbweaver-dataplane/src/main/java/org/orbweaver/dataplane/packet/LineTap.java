package org.orbweaver.dataplane.packet;

/** One direction of a link as a {@link Tap} notes it. The packet thread's. */
final class LineTap {
  private final Tap tap;
  private final Tap.Times times;
  private final PacketPool pool;
  private final boolean up;
  private final long sinceNs;

  /**
   * @param sinceNs when it begins: of packets that came before, nothing is said
   */
  LineTap(Tap tap, Tap.Times times, PacketPool pool, boolean up, long sinceNs) {
    this.tap = tap;
    this.times = times;
    this.pool = pool;
    this.up = up;
    this.sinceNs = sinceNs;
  }

  /** A packet is offered to the link. */
  void came(int slot) {
    times.cameNs[slot] = pool.timeNs[slot];
    times.startNs[slot] = NoteLayout.NEVER;
    times.sentNs[slot] = NoteLayout.NEVER;
    if (up && tap.keepsPackets()) {
      note(Fate.ENTERED, slot, pool.timeNs[slot], true);
    }
  }

  /** It leaves the queue. */
  void sent(int slot, long startNs, long sentNs) {
    times.startNs[slot] = startNs;
    times.sentNs[slot] = sentNs;
  }

  /** What became of it; to be called before its slot is given away. */
  void ended(Fate fate, int slot, long atNs) {
    if (times.cameNs[slot] >= sinceNs) {
      note(fate, slot, atNs, !up || fate.isEnd());
    }
  }

  private void note(Fate fate, int slot, long atNs, boolean withPacket) {
    tap.note(
        fate,
        up,
        atNs,
        times.cameNs[slot],
        times.startNs[slot],
        times.sentNs[slot],
        pool.address(slot),
        pool.length[slot],
        withPacket);
  }
}
