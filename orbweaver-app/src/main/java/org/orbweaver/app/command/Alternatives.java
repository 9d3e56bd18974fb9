package org.orbweaver.app.command;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.forwarding.InstantRoutes;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.graph.DisjointPaths;
import picocli.CommandLine.Option;

/** The options of {@code path} that ask for several ways, and their rows. */
final class Alternatives {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.alternatives/1",
          Column.text("time_utc", "the moment, UTC"),
          Column.text("from", "name of one end"),
          Column.text("to", "name of the other end"),
          Column.number("alternative", "1 for the shortest; empty where there is no path"),
          Column.number("rtt_ms", "there and back, propagation only"),
          Column.number("hops", "number of links"),
          Column.text("path", "names of the nodes from end to end, joined by >"));

  private static final int MOST = 16;

  @Option(
      names = "--alternatives",
      paramLabel = "N",
      description =
          "Up to N paths, 16 at most, that have nothing in common, their delays adding up to the"
              + " least; goes with --instant.")
  @Nullable Integer wanted;

  @Option(
      names = "--disjoint",
      paramLabel = "WHAT",
      description =
          "What alternatives must not share: nodes (satellites, gateways and PoPs between the"
              + " ends), satellites alone, or links; nodes by default.")
  DisjointPaths.@Nullable Apart disjoint;

  boolean asked() {
    return wanted != null;
  }

  /**
   * Checks what can be checked before a scenario is read.
   *
   * @throws Failure wrong use
   */
  void check(boolean instant) {
    if (wanted == null) {
      if (disjoint != null) {
        throw Failure.usage(
            "--disjoint " + disjoint.name().toLowerCase(Locale.ROOT) + " is about alternatives",
            "Add --alternatives N.");
      }
      return;
    }
    if (wanted < 1 || wanted > MOST) {
      throw Failure.usage("--alternatives is " + wanted + "; it must be from 1 to " + MOST, null);
    }
    if (!instant) {
      throw Failure.usage(
          "a schedule gives one path, and --alternatives asks for several",
          "Add --instant for paths over all links.");
    }
  }

  /**
   * Checks the ends.
   *
   * @throws Failure wrong use
   */
  void check(List<Pairs.Pair> pairs) {
    for (Pairs.Pair pair : pairs) {
      if (disjoint == DisjointPaths.Apart.SATELLITES
          && isOnFibre(pair.from())
          && isOnFibre(pair.to())) {
        throw Failure.usage(
            "from "
                + pair.fromName()
                + " to "
                + pair.toName()
                + " no satellite is needed, so that none can be kept apart",
            "Use --disjoint nodes or links.");
      }
    }
  }

  private static boolean isOnFibre(Node end) {
    return end.kind() == Node.Kind.GATEWAY || end.kind() == Node.Kind.POP;
  }

  /** Writes a row a path, or one without where there is none; whether there is any. */
  boolean write(
      RowWriter rows, NodeNames names, String time, Pairs.Pair pair, InstantRoutes routes) {
    List<Path> paths =
        routes.alternatives(
            pair.from(),
            pair.to(),
            wanted == null ? 1 : wanted,
            disjoint == null ? DisjointPaths.Apart.NODES : disjoint);
    for (int k = 0; k < Math.max(1, paths.size()); k++) {
      rows.text(time).text(pair.fromName()).text(pair.toName());
      if (paths.isEmpty()) {
        rows.empty(4);
      } else {
        Path path = paths.get(k);
        rows.number(k + 1).number(path.rttMs(), 6).number(path.hops()).text(names.join(path));
      }
      rows.endRow();
    }
    return !paths.isEmpty();
  }
}
