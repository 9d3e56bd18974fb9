package org.orbweaver.app.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.InstantRoutes;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;

/** Round trips between named places, at the start of every slot. */
final class PathCheck implements SpecCheck.Check {
  private final Planner planner;
  private final List<Seen> seen = new ArrayList<>();

  /** What became of one expectation so far. */
  private static final class Seen {
    final PathSpec spec;
    double leastMs = Double.POSITIVE_INFINITY;
    double mostMs = Double.NEGATIVE_INFINITY;
    int mostHops;
    @Nullable String missing;

    Seen(PathSpec spec) {
      this.spec = spec;
    }
  }

  PathCheck(Planner planner, List<PathSpec> expected) {
    this.planner = planner;
    expected.forEach(spec -> seen.add(new Seen(spec)));
  }

  @Override
  public void see(SlotPlan plan) {
    InstantRoutes instant = null;
    for (Seen each : seen) {
      Node from = node(each.spec.from());
      Node to = node(each.spec.to());
      if (from == null || to == null) {
        each.missing = "no place called " + (from == null ? each.spec.from() : each.spec.to());
        continue;
      }
      if (each.spec.way() == PathSpec.Way.INSTANT && instant == null) {
        instant = planner.instantRoutes(plan.slot().startNs());
      }
      Path path =
          each.spec.way() == PathSpec.Way.INSTANT && instant != null
              ? instant.path(from, to)
              : scheduled(plan, from, to);
      if (path == null) {
        each.missing = "no path at " + Utc.format(plan.slot().startNs());
      } else {
        each.leastMs = Math.min(each.leastMs, path.rttMs());
        each.mostMs = Math.max(each.mostMs, path.rttMs());
        each.mostHops = Math.max(each.mostHops, path.hops());
      }
    }
  }

  private @Nullable Path scheduled(SlotPlan plan, Node from, Node to) {
    if (from.kind() == Node.Kind.GATEWAY || to.kind() == Node.Kind.GATEWAY) {
      return null;
    }
    List<Node> nodes = planner.pairRoutes(plan).nodes(from, to);
    return nodes == null ? null : planner.pathDelay(plan).along(nodes, plan.start());
  }

  private @Nullable Node node(String name) {
    Network network = planner.network();
    int terminal = network.terminals().indexOf(name);
    if (terminal >= 0) {
      return new Node(Node.Kind.TERMINAL, terminal);
    }
    int pop = network.pops().indexOf(name);
    if (pop >= 0) {
      return new Node(Node.Kind.POP, pop);
    }
    int gateway = network.gateways().indexOf(name);
    return gateway >= 0 ? new Node(Node.Kind.GATEWAY, gateway) : null;
  }

  @Override
  public List<Finding> findings() {
    return seen.stream().map(PathCheck::finding).toList();
  }

  private static Finding finding(Seen each) {
    PathSpec spec = each.spec;
    Integer maxHops = spec.maxHops();
    boolean met =
        each.missing == null
            && each.leastMs >= spec.minRttMs()
            && each.mostMs <= spec.maxRttMs()
            && (maxHops == null || each.mostHops <= maxHops);
    return new Finding(
        spec.way().name().toLowerCase(Locale.ROOT)
            + " round trip "
            + spec.from()
            + " to "
            + spec.to(),
        met,
        range(spec.minRttMs(), spec.maxRttMs())
            + (maxHops == null ? "" : ", hops " + maxHops + " at most"),
        each.missing != null
            ? each.missing
            : range(each.leastMs, each.mostMs) + ", hops " + each.mostHops + " at most");
  }

  private static String range(double leastMs, double mostMs) {
    return String.format(Locale.ROOT, "%.3f to %.3f ms", leastMs, mostMs);
  }
}
