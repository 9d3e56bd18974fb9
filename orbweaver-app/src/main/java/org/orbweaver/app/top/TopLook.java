package org.orbweaver.app.top;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.live.Control;
import org.orbweaver.app.output.Facts;

/**
 * What was to be seen of a network at one moment.
 *
 * @param engine of what carries packets
 * @param nodes in the order in which they were attached
 */
public record TopLook(Facts engine, List<Facts> nodes) {
  private static final double NS_PER_S = 1e9;

  public TopLook {
    nodes = List.copyOf(nodes);
  }

  /** Looks once. */
  public static TopLook at(Control network) throws InterruptedException {
    return of(network.ask(List.of("nodes")));
  }

  static TopLook of(List<String> lines) {
    List<Facts> facts = lines.stream().map(Facts::read).toList();
    return new TopLook(facts.getFirst(), facts.subList(1, facts.size()));
  }

  /** What happened since an earlier look, to the nodes that are wanted. */
  List<TopRow> since(@Nullable TopLook before, Predicate<String> wanted) {
    Map<String, Facts> first = new HashMap<>();
    double seconds = 0;
    if (before != null) {
      before.nodes.forEach(node -> first.put(node.text("node"), node));
      seconds = (engine.whole("at_ns") - before.engine.whole("at_ns")) / NS_PER_S;
    }
    List<TopRow> rows = new ArrayList<>();
    for (Facts node : nodes) {
      if (wanted.test(node.text("node"))) {
        rows.add(TopRow.between(first.get(node.text("node")), node, seconds));
      }
    }
    return rows;
  }
}
