package org.orbweaver.app.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.Control;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.top.SelfCheck;
import org.orbweaver.app.top.Top;
import org.orbweaver.app.top.TopLook;
import org.orbweaver.app.top.TopSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver top}: what the nodes of a running network carry at the moment. */
@Command(
    name = "top",
    description = {
      "Watch the nodes of a running network that have been given a network by exec: rates, delay"
          + " now, queues, drops and why, the satellite and when it changes.",
      "q or Ctrl-C ends it. Where its output is no terminal, or with --once or --format, it prints"
          + " what happens in one interval and ends: with 1 where packets have been too late for"
          + " what was measured through them, 1 in 100 by more than 1 ms, as with ps, or where no"
          + " node named has a network."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver top",
      "  orbweaver top 'berlin*' pop:frankfurt --sort queue",
      "  orbweaver top --once --interval 5s --format json"
    })
final class TopCommand implements Callable<Integer>, Tabular {
  private static final long SHORTEST_NS = 100_000_000;

  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "NODE",
      arity = "0..*",
      description = "Only these, as exec takes them; * stands for anything.")
  List<String> nodes = new ArrayList<>();

  @Mixin HelpOption help = new HelpOption();

  @Mixin NetworkOption chosen = new NetworkOption();

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      defaultValue = "1s",
      converter = Durations.class,
      description = "Between two looks: 100ms or more; 1s by default.")
  long intervalNs;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      defaultValue = "rate",
      description = "rate, name, delay, queue or drops; rate by default.")
  String sort = "rate";

  @Option(names = "--once", description = "Print what happens in one interval, and end.")
  boolean once;

  @Mixin OutputOptions output = new OutputOptions();

  TopCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(TopSheet.SHEET);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!Top.ORDERS.contains(sort)) {
      throw Failure.usage(
          "--sort " + sort + " is no order", "Give one of " + String.join(", ", Top.ORDERS) + ".");
    }
    if (intervalNs < SHORTEST_NS) {
      throw Failure.usage("--interval is shorter than 100ms", null);
    }
    Control control = RunningNetwork.find(surroundings, chosen.network);
    if (control == null) {
      return ExitCode.NO;
    }
    Top top = new Top(control, wanted().asMatchPredicate(), sort, Duration.ofNanos(intervalNs));
    if (isWatched()) {
      top.watch(surroundings);
      return ExitCode.DONE;
    }
    TopLook last;
    try (RowWriter rows = output.open(surroundings, TopSheet.SHEET)) {
      last = top.once(rows);
    }
    boolean valid = SelfCheck.told(surroundings.err(), last.engine());
    Predicate<String> wanted = wanted().asMatchPredicate();
    if (!nodes.isEmpty() && last.nodes().stream().noneMatch(n -> wanted.test(n.text("node")))) {
      surroundings.err().println("no network of its own: " + String.join(", ", nodes));
      return ExitCode.NO;
    }
    return valid ? ExitCode.DONE : ExitCode.NO;
  }

  private boolean isWatched() {
    return surroundings.outIsTerminal()
        && !once
        && output.format == null
        && !surroundings.environment().getOrDefault("TERM", "").equals("dumb");
  }

  /** Everything where nothing is named. */
  private Pattern wanted() {
    return Pattern.compile(
        nodes.isEmpty()
            ? ".*"
            : nodes.stream()
                .map(node ->
                    Stream.of(node.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")))
                .collect(Collectors.joining("|")));
  }
}
