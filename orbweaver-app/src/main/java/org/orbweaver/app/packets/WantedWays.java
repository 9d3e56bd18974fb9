package org.orbweaver.app.packets;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.dataplane.packet.Outside;

/**
 * The ways that packets take at the moment: each is held for some time after it was last asked for,
 * since the engine asks again and again as long as packets take it. Any thread asks; all else is
 * one thread's.
 */
final class WantedWays {
  /** So that a question that comes late is no gap. */
  static final long HELD_NS = 3 * Outside.WANTED_AGAIN_NS;

  /**
   * Where a way leads.
   *
   * @param from null for the internet
   * @param to likewise
   */
  record Ends(@Nullable Node from, @Nullable Node to) {}

  private record Wish(int way, Ends ends) {}

  private record Held(Ends ends, long untilNs) {}

  private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
  private final List<@Nullable Held> held = new ArrayList<>();

  /** Asks for a way by its number. Returns at once. */
  void want(int way, Ends ends) {
    wishes.add(new Wish(way, ends));
  }

  /** Whether somebody has asked since {@link #take}. */
  boolean isAsked() {
    return !wishes.isEmpty();
  }

  /** Holds what has been asked for; whether any of it was not held before. */
  boolean take(long nowNs) {
    boolean isNew = false;
    for (Wish wish = wishes.poll(); wish != null; wish = wishes.poll()) {
      while (held.size() <= wish.way) {
        held.add(null);
      }
      isNew |= held.get(wish.way) == null;
      held.set(wish.way, new Held(wish.ends, nowNs + HELD_NS));
    }
    return isNew;
  }

  /** Lets go of what nobody has asked for lately; whether that was the last. */
  boolean letGo(long nowNs) {
    boolean any = !held.isEmpty();
    held.replaceAll(way -> way != null && way.untilNs - nowNs > 0 ? way : null);
    while (!held.isEmpty() && held.getLast() == null) {
      held.removeLast();
    }
    return any && held.isEmpty();
  }

  /** One more than the highest number of a way that is held. */
  int size() {
    return held.size();
  }

  /** Null for one that is not held. */
  @Nullable Ends ends(int way) {
    Held one = held.get(way);
    return one == null ? null : one.ends;
  }
}
