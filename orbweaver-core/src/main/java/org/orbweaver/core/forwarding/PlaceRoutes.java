package org.orbweaver.core.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.link.Outages;

/**
 * Ways between any two nodes in one slot, as programs on them would feel them. Terminals and PoPs
 * are joined as the schedule says ({@link PairRoutes}). A satellite or gateway on a terminal's way
 * to its home PoP is reached by that way, which ends there. From elsewhere the shortest way leads
 * on: to a satellite from the one that serves the terminal, to a gateway from the home PoP.
 *
 * <p>Not for several threads at once.
 */
public final class PlaceRoutes {
  private final PairRoutes pairs;
  private final ForwardingTable table;
  private final Supplier<InstantRoutes> shortest;
  private final Outages outages;
  private @Nullable InstantRoutes made;

  /**
   * @param shortest ways at the slot's start between nodes that are no terminals; asked for once,
   *     when they are needed
   * @param outages what is out: no way begins or ends there
   */
  public PlaceRoutes(
      PairRoutes pairs, ForwardingTable table, Supplier<InstantRoutes> shortest, Outages outages) {
    this.outages = outages;
    this.pairs = pairs;
    this.table = table;
    this.shortest = shortest;
  }

  /** The nodes from one end to the other; null where an end is unserved or nothing leads there. */
  public @Nullable List<Node> nodes(Node from, Node to) {
    if (isScheduled(from) && isScheduled(to)) {
      return pairs.nodes(from, to);
    }
    if (from.kind() == Node.Kind.TERMINAL) {
      List<Node> backward = fromPlace(to, from);
      return backward == null ? null : backward.reversed();
    }
    return fromPlace(from, to);
  }

  private static boolean isScheduled(Node node) {
    return node.kind() == Node.Kind.TERMINAL || node.kind() == Node.Kind.POP;
  }

  /** Ways to all ends share the work of the place where they begin. */
  private @Nullable List<Node> fromPlace(Node place, Node to) {
    if (to.kind() != Node.Kind.TERMINAL) {
      return between(place, to);
    }
    Path home = table.path(to.index());
    if (home == null) {
      return null;
    }
    List<Node> way = home.nodes();
    int on = way.indexOf(place);
    int from = on >= 0 ? on : place.kind() == Node.Kind.SATELLITE ? 1 : way.size() - 1;
    List<Node> first = between(place, way.get(from));
    if (first == null) {
      return null;
    }
    List<Node> nodes = new ArrayList<>(first);
    nodes.addAll(way.subList(0, from).reversed());
    return nodes;
  }

  private @Nullable List<Node> between(Node from, Node to) {
    if (isOut(from) || isOut(to)) {
      return null;
    }
    if (from.equals(to)) {
      return List.of(from);
    }
    if (isOnTheGround(from) && isOnTheGround(to) && from.kind() != to.kind()) {
      return List.of(from, to);
    }
    if (made == null) {
      made = shortest.get();
    }
    Path path = made.path(from, to);
    return path == null ? null : path.nodes();
  }

  /** Between a gateway and a PoP there is always fibre. */
  private static boolean isOnTheGround(Node node) {
    return node.kind() == Node.Kind.GATEWAY || node.kind() == Node.Kind.POP;
  }

  private boolean isOut(Node node) {
    return switch (node.kind()) {
      case GATEWAY -> outages.isGatewayOut(node.index());
      case POP -> outages.isPopOut(node.index());
      case SATELLITE -> outages.isSatelliteOut(node.index());
      case TERMINAL -> false;
    };
  }
}
