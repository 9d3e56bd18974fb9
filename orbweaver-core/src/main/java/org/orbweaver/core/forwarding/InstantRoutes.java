package org.orbweaver.core.forwarding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.DelayGraph;
import org.orbweaver.core.graph.DisjointPaths;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.graph.ShortestPaths;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.link.Topology;
import org.orbweaver.core.orbit.Snapshot;

/**
 * Shortest paths at one moment over all links in reach, without a schedule. Terminals never relay;
 * gateways and PoPs do. Of equally short paths the one whose last link comes from the smaller node
 * index is taken; nodes are numbered satellites first, then gateways, PoPs and terminals.
 *
 * <p>Asks in a row that share their sender share the work. Not for several threads at once.
 */
public final class InstantRoutes {
  private final Snapshot snapshot;
  private final InView terminals;
  private final PathDelay delay;
  private final int satellites;
  private final int gateways;
  private final DelayGraph relays;
  private final ShortestPaths paths;
  private @Nullable Node tree;

  /**
   * Builds the graph of everything but terminals.
   *
   * @param terminals the satellites that each terminal has in view
   * @param outages what relays nothing on the ground; topology and views are masked already
   */
  public InstantRoutes(
      Snapshot snapshot, InView terminals, Topology topology, PathDelay delay, Outages outages) {
    this.snapshot = snapshot;
    this.terminals = terminals;
    this.delay = delay;
    satellites = snapshot.size();
    gateways = delay.gateways().size();
    int pops = delay.fibre().pops();
    var graph = new DelayGraph.Builder(satellites + gateways + pops);
    for (int s = 0; s < satellites; s++) {
      for (int k = topology.lasers().first(s); k < topology.lasers().end(s); k++) {
        graph.oneWay(
            s, topology.lasers().neighbour(k), Delay.spaceFs(topology.lasers().lengthM(k)));
      }
    }
    GroundFibre fibre = delay.fibre();
    for (int g = 0; g < gateways; g++) {
      for (int k = topology.gateways().first(g); k < topology.gateways().end(g); k++) {
        graph.bothWays(
            topology.gateways().satellite(k),
            satellites + g,
            Delay.spaceFs(topology.gateways().rangeM(k)));
      }
      for (int p = 0; p < pops; p++) {
        if (!outages.isGatewayOut(g) && !outages.isPopOut(p)) {
          graph.bothWays(satellites + g, satellites + gateways + p, fibre.gatewayToPopFs(g, p));
        }
      }
    }
    for (int p = 0; p < pops; p++) {
      for (int q = 0; q < p; q++) {
        if (!outages.isPopOut(p) && !outages.isPopOut(q)) {
          graph.bothWays(
              satellites + gateways + p, satellites + gateways + q, fibre.popToPopFs(p, q));
        }
      }
    }
    relays = graph.build();
    paths = new ShortestPaths(relays);
  }

  /** The shortest path, or null where there is none. */
  public @Nullable Path path(Node from, Node to) {
    if (from.equals(to)) {
      return new Path(List.of(from), 0);
    }
    if (!from.equals(tree)) {
      growFrom(from);
    }
    int last = lastBefore(to);
    if (last < 0) {
      return null;
    }
    List<Node> backward = new ArrayList<>();
    if (to.kind() == Node.Kind.TERMINAL) {
      backward.add(to);
    }
    for (int node = last; node >= 0; node = paths.predecessor(node)) {
      backward.add(node(node));
    }
    if (from.kind() == Node.Kind.TERMINAL) {
      backward.add(from);
    }
    return delay.along(backward.reversed(), snapshot);
  }

  /**
   * Paths that have no link, no satellite or no node but their ends in common, and whose delays add
   * up to the least; see {@link DisjointPaths}. The shortest first; fewer where there are no more.
   *
   * @throws IllegalArgumentException where satellites are to be kept apart and both ends are on the
   *     ground network
   */
  public List<Path> alternatives(Node from, Node to, int most, DisjointPaths.Apart apart) {
    if (from.equals(to)) {
      return List.of(new Path(List.of(from), 0));
    }
    var graph = new DelayGraph.Builder(relays, 2);
    int first = relays.nodes();
    int last = first + 1;
    if (from.kind() == Node.Kind.TERMINAL) {
      for (int k = terminals.first(from.index()); k < terminals.end(from.index()); k++) {
        graph.oneWay(first, terminals.satellite(k), Delay.spaceFs(terminals.rangeM(k)));
      }
    }
    if (to.kind() == Node.Kind.TERMINAL) {
      for (int k = terminals.first(to.index()); k < terminals.end(to.index()); k++) {
        graph.oneWay(terminals.satellite(k), last, Delay.spaceFs(terminals.rangeM(k)));
      }
    }
    int start = from.kind() == Node.Kind.TERMINAL ? first : number(from);
    int end = to.kind() == Node.Kind.TERMINAL ? last : number(to);
    var disjoint = new DisjointPaths(graph.build(), apart, satellites);
    List<Path> alternatives = new ArrayList<>();
    for (int[] numbers : disjoint.between(start, end, most)) {
      List<Node> nodes = new ArrayList<>(numbers.length);
      for (int number : numbers) {
        nodes.add(number == first ? from : number == last ? to : node(number));
      }
      alternatives.add(delay.along(nodes, snapshot));
    }
    return alternatives;
  }

  private void growFrom(Node from) {
    paths.clear();
    if (from.kind() == Node.Kind.TERMINAL) {
      for (int k = terminals.first(from.index()); k < terminals.end(from.index()); k++) {
        paths.source(terminals.satellite(k), Delay.spaceFs(terminals.rangeM(k)));
      }
    } else {
      paths.source(number(from), 0);
    }
    paths.run();
    tree = from;
  }

  /** The reached node from which the receiver is nearest, the receiver itself, or -1. */
  private int lastBefore(Node to) {
    if (to.kind() != Node.Kind.TERMINAL) {
      return paths.isReached(number(to)) ? number(to) : -1;
    }
    int last = -1;
    long leastFs = Delay.UNREACHABLE_FS;
    for (int k = terminals.first(to.index()); k < terminals.end(to.index()); k++) {
      long delayFs = paths.delayFs(terminals.satellite(k)) + Delay.spaceFs(terminals.rangeM(k));
      if (delayFs < leastFs) {
        last = terminals.satellite(k);
        leastFs = delayFs;
      }
    }
    return last;
  }

  private int number(Node node) {
    return switch (node.kind()) {
      case SATELLITE -> node.index();
      case GATEWAY -> satellites + node.index();
      case POP -> satellites + gateways + node.index();
      case TERMINAL -> throw new IllegalArgumentException("terminals do not relay");
    };
  }

  private Node node(int number) {
    if (number < satellites) {
      return new Node(Node.Kind.SATELLITE, number);
    }
    return number < satellites + gateways
        ? new Node(Node.Kind.GATEWAY, number - satellites)
        : new Node(Node.Kind.POP, number - satellites - gateways);
  }
}
