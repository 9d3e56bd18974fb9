package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.traffic.LinkTrace;

/** Which pairs of nodes a command is asked about. */
final class Pairs {
  /** Two ends. */
  record Pair(Node from, String fromName, Node to, String toName) {
    /** Names of the traces that the ends follow while the network is live. */
    List<String> traces(Network network) {
      return Stream.of(from, to)
          .map(end -> trace(network, end))
          .filter(Objects::nonNull)
          .map(LinkTrace::name)
          .distinct()
          .toList();
    }
  }

  private Pairs() {}

  private static @Nullable LinkTrace trace(Network network, Node end) {
    return end.kind() == Node.Kind.TERMINAL ? network.trace(end.index()) : null;
  }

  /** What there is to say where ends follow traces, which plans do not know. */
  static Set<String> traceNotes(Network network, List<Pair> pairs) {
    Set<String> notes = new LinkedHashSet<>();
    for (Pair pair : pairs) {
      for (Node end : List.of(pair.from, pair.to)) {
        LinkTrace trace = trace(network, end);
        if (trace != null) {
          notes.add(
              network.terminals().name(end.index())
                  + " follows the trace "
                  + trace.name()
                  + " while the network is live; what is shown is the model's");
        }
      }
    }
    return notes;
  }

  /**
   * Checks what can be checked before a scenario is read.
   *
   * @throws Failure wrong use
   */
  static void check(List<String> from, List<String> to, boolean allPairs) {
    if (allPairs) {
      if (!from.isEmpty() || !to.isEmpty()) {
        throw Failure.usage("--all-pairs takes every pair of terminals", "Leave --from and --to.");
      }
      return;
    }
    if (from.isEmpty() || to.isEmpty()) {
      throw Failure.usage(
          "which path?", "Give --from NAME and --to NAME, or --all-pairs for all terminals.");
    }
    if (from.size() != to.size() && from.size() != 1 && to.size() != 1) {
      throw Failure.usage(
          "--from is given " + from.size() + " times and --to " + to.size() + " times",
          "Give both equally often, or one of them once.");
    }
  }

  /**
   * The pairs in the order in which they were given; all pairs in the order of the terminals.
   *
   * @throws Failure wrong use, where a name does not resolve
   */
  static List<Pair> of(
      Network network, NodeNames names, List<String> from, List<String> to, boolean allPairs) {
    return allPairs ? all(network) : named(names, from, to);
  }

  private static List<Pair> all(Network network) {
    List<Pair> pairs = new ArrayList<>();
    int terminals = network.terminals().size();
    for (int i = 0; i < terminals; i++) {
      for (int j = i + 1; j < terminals; j++) {
        pairs.add(
            new Pair(
                new Node(Node.Kind.TERMINAL, i),
                network.terminals().name(i),
                new Node(Node.Kind.TERMINAL, j),
                network.terminals().name(j)));
      }
    }
    return pairs;
  }

  private static List<Pair> named(NodeNames names, List<String> from, List<String> to) {
    List<Node> starts = from.stream().map(names::resolve).toList();
    List<Node> ends = to.stream().map(names::resolve).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < Math.max(starts.size(), ends.size()); i++) {
      Node start = starts.get(starts.size() == 1 ? 0 : i);
      Node end = ends.get(ends.size() == 1 ? 0 : i);
      pairs.add(new Pair(start, names.nameOf(start), end, names.nameOf(end)));
    }
    return pairs;
  }
}
