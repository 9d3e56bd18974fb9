package org.orbweaver.dataplane.packet;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.forwarding.Node;

/** What the engine knows of PoPs, of the ground between them, and of names. */
public interface Outside {
  /** A way is asked for again after so long, nanoseconds, while packets take it. */
  long WANTED_AGAIN_NS = 10_000_000_000L;

  /** Number of PoPs. */
  int pops();

  /** A PoP's address. */
  Address address(int pop);

  /** Fibre between two PoPs, one way, nanoseconds. */
  long delayNs(int fromPop, int toPop);

  /** Whether packets between terminals take ways of their own, not those over home PoPs. */
  default boolean isDirect() {
    return false;
  }

  /**
   * Whether packets to addresses of others leave by the node {@code internet}, which then has a way
   * for them; else their senders are told that there is none.
   */
  default boolean isWayOut() {
    return false;
  }

  /**
   * Packets take a way, of which the first waits for its delay: its delays belong into boards from
   * now on, until it has not been asked for again for some time. Asked by the packet thread: it
   * must return at once.
   *
   * @param way its number; that of a new one is one more than that of the newest
   * @param from null for the internet, which is as near to every PoP
   * @param to likewise
   */
  void wanted(int way, @Nullable Node from, @Nullable Node to);

  /** By which a terminal's own dish speaks to its programs. */
  Address router();

  /** Where names are asked for. */
  Address resolver();

  /**
   * What is known of a name, in lower case and without its last dot. Not asked by the packet
   * thread: it may take its time.
   */
  NameAnswer find(String name);
}
