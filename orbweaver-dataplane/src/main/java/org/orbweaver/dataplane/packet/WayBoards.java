package org.orbweaver.dataplane.packet;

import java.util.ArrayList;
import java.util.List;

/**
 * The delays of ways in force, to come, and lately in force. A board published later overrules
 * earlier ones from its own beginning on. The packet thread's.
 */
final class WayBoards {
  /** Packets depart at most this long before they are looked at. */
  private static final long KEPT_NS = 1_000_000_000L;

  private final List<WayBoard> boards = new ArrayList<>();

  void publish(WayBoard board) {
    while (!boards.isEmpty() && boards.getLast().fromNs() >= board.fromNs()) {
      boards.removeLast();
    }
    boards.add(board);
    while (boards.size() > 1 && boards.get(1).fromNs() < board.fromNs() - KEPT_NS) {
      boards.removeFirst();
    }
  }

  /** One way, nanoseconds; {@link WayBoard#NONE} or {@link WayBoard#UNKNOWN}. */
  long delayNs(int way, long atNs) {
    for (int i = boards.size() - 1; i >= 0; i--) {
      if (boards.get(i).fromNs() <= atNs || i == 0) {
        return boards.get(i).delayNs(way, atNs);
      }
    }
    return WayBoard.UNKNOWN;
  }
}
