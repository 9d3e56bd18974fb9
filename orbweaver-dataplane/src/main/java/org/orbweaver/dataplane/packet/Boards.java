package org.orbweaver.dataplane.packet;

import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The boards in force and to come. Published by any thread, changed over by the packet thread. A
 * board published later overrules earlier ones from its own beginning on.
 */
final class Boards {
  private final ConcurrentLinkedQueue<PathBoard> published = new ConcurrentLinkedQueue<>();
  private final ArrayDeque<PathBoard> next = new ArrayDeque<>();
  private PathBoard current = new PathBoard(0, Long.MIN_VALUE, Long.MIN_VALUE);
  private volatile Shares shares = Shares.PLANNED;

  void publish(PathBoard board) {
    published.add(board);
  }

  /** In force at once. */
  void publish(Shares newShares) {
    shares = newShares;
  }

  PathBoard current() {
    return current;
  }

  /** How long a link takes to send a byte, nanoseconds. */
  float nsPerByte(int link, boolean isUp, long atNs) {
    return current.nsPerByte(link, isUp) * shares.timeOfPlanned(link, isUp, atNs);
  }

  /** When another board begins to hold; {@link EventHeap#NEVER} where none has been published. */
  long changeNs() {
    for (PathBoard board = published.poll(); board != null; board = published.poll()) {
      while (!next.isEmpty() && next.getLast().fromNs() >= board.fromNs()) {
        next.removeLast();
      }
      next.add(board);
    }
    return next.isEmpty() ? EventHeap.NEVER : next.element().fromNs();
  }

  void change() {
    current = next.remove();
  }
}
