package org.orbweaver.app.validate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.forwarding.InstantRoutes;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.scenario.Network;

/** Shortest paths beside those of another tool on the same elements, at several instants. */
final class ToolPaths {
  private static final double NEAR_MS = 0.01;

  /** More dots than these say no more. */
  private static final int MOST_POINTS = 1000;

  private final Planner planner;
  private final List<Finding.Point> points = new ArrayList<>();
  private int rows;
  private int missing;
  private int sameHops;
  private int near;
  private double worstMs;

  ToolPaths(Network network) {
    planner = new Planner(network);
  }

  /** Compares the rows of one instant, so long after the network's start. */
  void compare(List<PairRow> pairs, long afterNs) {
    Network network = planner.network();
    InstantRoutes routes = planner.instantRoutes(network.startNs() + afterNs);
    for (PairRow pair : pairs) {
      int from = network.terminals().indexOf(pair.from());
      int to = network.terminals().indexOf(pair.to());
      rows++;
      Path path =
          from < 0 || to < 0
              ? null
              : routes.path(new Node(Node.Kind.TERMINAL, from), new Node(Node.Kind.TERMINAL, to));
      count(pair, path);
    }
  }

  private void count(PairRow pair, @Nullable Path path) {
    if (path == null) {
      missing++;
      return;
    }
    double errorMs = Math.abs(path.rttMs() - pair.rttMs());
    sameHops += path.hops() == pair.hops() ? 1 : 0;
    near += errorMs <= NEAR_MS ? 1 : 0;
    worstMs = Math.max(worstMs, errorMs);
    if (points.size() < MOST_POINTS) {
      String name = pair.from() + " to " + pair.to();
      points.add(new Finding.Point(name, path.rttMs(), pair.rttMs(), Double.NaN));
    }
  }

  Finding finding(int instants) {
    List<String> remarks = new ArrayList<>();
    if (missing > 0) {
      remarks.add(missing + " pairs name no terminal, or have no path here.");
    }
    remarks.add(
        "What is left of the difference is the printed precision and the other tool's frame. The"
            + " tests compare 9,900 more pairs with a program of sgp4 and networkx,"
            + " grid-paths.py.");
    return new Finding(
        "paths",
        "Shortest paths of another tool",
        "Hypatia's shell, cities and rules (+Grid without shift, ground links by range, terminals"
            + " never relay): the same pairs at "
            + instants
            + (instants == 1 ? " instant." : " instants."),
        "ms",
        points,
        List.of(
            new Finding.Score(
                "share of pairs with the same number of links",
                "",
                rows,
                (double) sameHops / rows,
                Double.NaN,
                1,
                false),
            new Finding.Score(
                "share of pairs within 0.01 ms",
                "",
                rows,
                (double) near / rows,
                Double.NaN,
                1,
                false),
            new Finding.Score("greatest difference", "ms", rows, worstMs, Double.NaN, 0.01, true)),
        remarks);
  }
}
