package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.PolicyCells;
import org.orbweaver.app.output.Progress;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.Planner;
import org.orbweaver.core.forwarding.InstantRoutes;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver path}: the way between two nodes and its round-trip time. */
@Command(
    name = "path",
    description = {
      "Show the path between nodes and its round-trip time, moment after moment.",
      "The path is the one that the schedule of the slot gives. It ends at a gateway or satellite"
          + " on a terminal's way, and leads on by the shortest way to one that is not."
          + " With --instant there is no schedule: the shortest path at that moment over all links"
          + " in reach; terminals never relay.",
      "A name is that of a terminal, else of a PoP, a gateway, a satellite; it may say which:"
          + " terminal:NAME, pop:NAME, gateway:NAME, sat:NAME or sat:CATALOGUE-NUMBER.",
      "Ends with 1 where there is no path at any of the moments."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver path hello --from berlin --to frankfurt",
      "  orbweaver path hello --from berlin --to nairobi --step 15s --count 8",
      "  orbweaver path hello --from berlin --to frankfurt --to madrid --instant",
      "  orbweaver path hello --from berlin --to frankfurt --instant --alternatives 3",
      "  orbweaver path shell-1 --all-pairs --instant --format csv"
    })
final class PathCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.path/1",
          Column.text("time_utc", "the moment, UTC"),
          Column.text("from", "name of one end"),
          Column.text("to", "name of the other end"),
          Column.number("rtt_ms", "there and back, propagation only; empty where there is no path"),
          Column.number("hops", "number of links"),
          Column.text("path", "names of the nodes from end to end, joined by >"),
          Column.text(
              "reason",
              "where there is no path: reason code of the first end that is a terminal without"
                  + " service"),
          Column.text("decision", "id of the decision by which it has none"),
          Column.text("decision_mark", "hypothetical, unwitnessed or witnessed"),
          Column.text("overruled", "ids of decisions that spoke and lost"),
          Column.text(
              "trace",
              "the traces that ends follow while the network is live, in place of the model that"
                  + " this row tells of"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "Scenario file, or the name of a shipped scenario.")
  String scenario = "";

  @Option(
      names = "--from",
      paramLabel = "NAME",
      description = "One end. Given as often as --to, they pair in order; once, it pairs with all.")
  List<String> from = new ArrayList<>();

  @Option(
      names = "--to",
      paramLabel = "NAME",
      description = "The other end; may be given several times.")
  List<String> to = new ArrayList<>();

  @Option(names = "--all-pairs", description = "Every pair of terminals, once each.")
  boolean allPairs;

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Mixin WithoutOption without = new WithoutOption();

  @Option(
      names = "--step",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "1s",
      description = "Time between two moments, such as 100ms, 15s or 1m; 1s by default.")
  long stepNs;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1",
      converter = CountFromOne.class,
      description = "How many moments; 1 by default.")
  int count = 1;

  @Option(names = "--instant", description = "No schedule: the shortest path over all links.")
  boolean instant;

  @Mixin Alternatives alternatives = new Alternatives();

  @Mixin OutputOptions output = new OutputOptions();

  PathCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET, Alternatives.SHEET);
  }

  @Override
  public Integer call() {
    Pairs.check(from, to, allPairs);
    alternatives.check(instant);
    Network network =
        without.from(scenarioOptions.loadForAnswers(surroundings, scenario), surroundings);
    checkEnd(network.startNs());
    NodeNames names = new NodeNames(network);
    List<Pairs.Pair> pairs = Pairs.of(network, names, from, to, allPairs);
    alternatives.check(pairs);
    names.notes().forEach(note -> surroundings.err().println("note: " + note));
    Pairs.traceNotes(network, pairs).forEach(note -> surroundings.err().println("note: " + note));
    Planner planner = new Planner(network);
    PathFinder finder = instant ? PathFinder.instant(planner) : PathFinder.scheduled(planner);
    Sheet sheet = alternatives.asked() ? Alternatives.SHEET : SHEET;
    boolean anyPath = pairs.isEmpty();
    Progress progress = OutputOptions.progress(surroundings, "moments", count);
    try (RowWriter rows = output.open(surroundings, sheet)) {
      for (int done = 0; done < count; done++) {
        long timeNs = network.startNs() + done * stepNs;
        String time = Utc.format(timeNs);
        if (alternatives.asked()) {
          InstantRoutes routes = planner.instantRoutes(timeNs);
          progress.hide();
          for (Pairs.Pair pair : pairs) {
            anyPath |= alternatives.write(rows, names, time, pair, routes);
          }
          rows.flush();
          progress.at(done + 1);
          continue;
        }
        finder.moveTo(timeNs);
        progress.hide();
        for (Pairs.Pair pair : pairs) {
          Path path = finder.path(pair.from(), pair.to());
          anyPath |= path != null;
          rows.text(time).text(pair.fromName()).text(pair.toName());
          write(rows, names, path);
          why(rows, path == null ? finder.unserved(pair.from(), pair.to()) : null);
          rows.text(String.join(" ", pair.traces(network)));
          rows.endRow();
        }
        rows.flush();
        progress.at(done + 1);
      }
      progress.hide();
    }
    return anyPath ? ExitCode.DONE : ExitCode.NO;
  }

  /** Nanoseconds since 1970 in 64 bits reach until 2262. */
  private void checkEnd(long startNs) {
    try {
      Math.addExact(startNs, Math.multiplyExact(stepNs, count - 1L));
    } catch (ArithmeticException e) {
      throw Failure.usage("--step and --count lead beyond the year 2262", null);
    }
  }

  private static void write(RowWriter rows, NodeNames names, @Nullable Path path) {
    if (path == null) {
      rows.empty(3);
    } else {
      rows.number(path.rttMs(), 6).number(path.hops()).text(names.join(path));
    }
  }

  private static void why(RowWriter rows, PathFinder.@Nullable Unserved unserved) {
    if (unserved == null) {
      rows.empty(4);
    } else {
      rows.text(unserved.reason().name());
      PolicyCells.refusing(rows, unserved.verdict());
    }
  }
}
