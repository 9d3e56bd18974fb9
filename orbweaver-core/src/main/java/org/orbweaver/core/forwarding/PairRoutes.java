package org.orbweaver.core.forwarding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.graph.DelayGraph;
import org.orbweaver.core.graph.ShortestPaths;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.schedule.Schedule;

/**
 * The scheduled ways between terminals and PoPs in one slot: from a terminal to its home PoP as the
 * forwarding table says, from PoP to PoP over fibre, and between two terminals over their home PoPs
 * or, where the network allows it and lasers connect them, over satellites alone.
 *
 * <p>Not for several threads at once.
 */
public final class PairRoutes {
  private final ForwardingTable table;
  private final Schedule schedule;
  private final Outages outages;
  private final @Nullable ShortestPaths lasers;
  private int lasersFrom = -1;

  /**
   * @param lasers by which traffic between terminals may stay among satellites, weighed as ways are
   *     to be chosen; null where it may not
   * @param outages what is out: no way begins or ends at a PoP that is
   */
  public PairRoutes(
      ForwardingTable table, Schedule schedule, Outages outages, @Nullable DelayGraph lasers) {
    this.table = table;
    this.schedule = schedule;
    this.outages = outages;
    this.lasers = lasers == null ? null : new ShortestPaths(lasers);
  }

  /**
   * The nodes from one end to the other; null where an end is unserved or out.
   *
   * @throws IllegalArgumentException where an end is neither terminal nor PoP
   */
  public @Nullable List<Node> nodes(Node from, Node to) {
    if (from.equals(to)) {
      return List.of(from);
    }
    if (from.kind() == Node.Kind.TERMINAL && to.kind() == Node.Kind.TERMINAL) {
      List<Node> direct = direct(from, to);
      if (direct != null) {
        return direct;
      }
    }
    List<Node> up = toHomePop(from);
    List<Node> down = toHomePop(to);
    if (up == null || down == null) {
      return null;
    }
    List<Node> nodes = new ArrayList<>(up);
    for (Node node : down.reversed()) {
      if (!node.equals(nodes.getLast())) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  private @Nullable List<Node> toHomePop(Node end) {
    return switch (end.kind()) {
      case POP -> outages.isPopOut(end.index()) ? null : List.of(end);
      case TERMINAL -> {
        Path path = table.path(end.index());
        yield path == null ? null : path.nodes();
      }
      default ->
          throw new IllegalArgumentException("a schedule joins terminals and PoPs, not " + end);
    };
  }

  private @Nullable List<Node> direct(Node from, Node to) {
    if (lasers == null || !schedule.isServed(from.index()) || !schedule.isServed(to.index())) {
      return null;
    }
    int first = schedule.satellite(from.index());
    int last = schedule.satellite(to.index());
    if (lasersFrom != first) {
      lasers.clear().source(first, 0).run();
      lasersFrom = first;
    }
    if (!lasers.isReached(last)) {
      return null;
    }
    List<Node> backward = new ArrayList<>();
    backward.add(to);
    for (int s = last; s >= 0; s = lasers.predecessor(s)) {
      backward.add(new Node(Node.Kind.SATELLITE, s));
    }
    backward.add(from);
    return backward.reversed();
  }
}
