package org.orbweaver.dataplane.packet;

/** Something in which packets wait for a moment. The packet thread's. */
abstract class Stage {
  /** Its number in the {@link EventHeap}. */
  final int id;

  Stage(int id) {
    this.id = id;
  }

  /** Does what is due. */
  abstract void run(long nowNs);

  /** When something is due next; {@link EventHeap#NEVER} where nothing waits. */
  abstract long nextNs();

  /** Gives back all that it holds. */
  abstract void clear();
}
