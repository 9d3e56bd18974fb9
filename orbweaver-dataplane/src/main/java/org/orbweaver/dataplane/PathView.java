package org.orbweaver.dataplane;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.forwarding.Node;

/**
 * The paths in force, as the data plane sees them. Implemented by whoever publishes plans. Every
 * method is called from many threads, often (some thousand times a second for a busy terminal), and
 * must answer at once, from what has been published. Indices are dense, from 0, and never change
 * their meaning.
 */
public interface PathView {
  /** Number of terminals. */
  int terminals();

  /** Index of a terminal, or -1 where there is none of that name. */
  int terminal(String name);

  /** Name of a terminal. */
  String terminalName(int terminal);

  /** Number of PoPs. */
  int pops();

  /** Index of a PoP, or -1 where there is none of that name. */
  int pop(String name);

  /** Name of a PoP. */
  String popName(int pop);

  /** Whether a PoP is out of service at present: its own services cannot be reached then. */
  default boolean isPopOut(int pop) {
    return false;
  }

  /**
   * The state of a terminal's path.
   *
   * @param nowNs network time, as in {@link org.orbweaver.core.time.TimeSource}
   */
  PathState at(int terminal, long nowNs);

  /**
   * The next instant after one at which the state of a terminal's path jumps within what is known:
   * a gap begins or ends, a rate changes. {@link Long#MAX_VALUE} where none is known. Changes of
   * slots are not among them.
   */
  default long nextJumpNs(int terminal, long nowNs) {
    return Long.MAX_VALUE;
  }

  /**
   * Whether what a terminal may send and get depends on what others do at the moment; false where
   * its rates are given.
   */
  default boolean isShared(int terminal) {
    return true;
  }

  /**
   * The recorded trace that a terminal's traffic meets in place of the model; null where it is the
   * model.
   */
  default @Nullable FollowedTrace trace(int terminal) {
    return null;
  }

  /** Whether traffic between terminals takes ways of its own, not those over home PoPs. */
  default boolean isDirect() {
    return false;
  }

  /**
   * Delay of the way between any two nodes, satellites and gateways too: propagation, and what
   * access takes at the ends that are terminals.
   *
   * @param from null for the internet, which is as near to every PoP
   * @param to likewise
   * @return one way, nanoseconds; -1 where nothing leads there
   */
  default long wayDelayNs(@Nullable Node from, @Nullable Node to, long nowNs) {
    return -1;
  }

  /** The satellite or gateway that a name means, or null; satellites also by catalogue number. */
  default @Nullable Node place(Node.Kind kind, String name) {
    return null;
  }

  /** Name of a satellite or gateway. */
  default String placeName(Node place) {
    throw new IllegalArgumentException("there is no " + place);
  }

  /** Delay over fibre between two PoPs, one way, nanoseconds; 0 from a PoP to itself. */
  long popToPopDelayNs(int fromPop, int toPop);
}
