package org.orbweaver.core.forwarding;

import org.jspecify.annotations.Nullable;

/**
 * Shortest paths at one moment over all links in reach, without a schedule. Terminals never relay;
 * of equally short paths the one whose predecessor has the smaller node index is taken.
 */
public final class InstantRoutes {
  InstantRoutes() {}

  /** The shortest path, or null where there is none. */
  public @Nullable Path path(Node from, Node to) {
    throw new UnsupportedOperationException("being written");
  }
}
