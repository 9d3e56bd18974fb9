package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.Control;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver fail}: puts parts of a running network out of service. */
@Command(
    name = "fail",
    description = {
      "Put parts of a running network out of service, all of them or, where one is not known, none;"
          + " without an element, list what is out.",
      "Elements: gateway:NAME; pop:NAME; sat:NAME or sat:CATALOGUE-NUMBER; laser:A--B, the link of"
          + " two satellites, or laser:A, all of one's; plane:CONSTELLATION/INDEX, counted from 0,"
          + " or plane:SATELLITE, the plane that it flies in; constellation:NAME. * in a name"
          + " stands for any characters. What is out already is refused, unless it is named as fail"
          + " lists it and gets another end.",
      "What goes through a gateway, a laser, a PoP or over another satellite is rerouted at once."
          + " Terminals whose own satellite fails have no service until the next slot. Ends with 1"
          + " where no network runs."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver fail gateway:aerzen",
      "  orbweaver fail sat:STARLINK-1234 plane:shell1/3 --for 10m",
      "  orbweaver fail",
      "  orbweaver repair gateway:aerzen"
    })
final class FailCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.outages/1",
          Column.text("element", "what is out, as repair takes it"),
          Column.text("since_utc", "since when, UTC; empty for ever before"),
          Column.text("until_utc", "until when, UTC; empty until it is repaired"),
          Column.text("state", "out, or planned where it is yet to come"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "ELEMENT",
      arity = "0..*",
      description = "What fails, such as gateway:aerzen.")
  List<String> elements = new ArrayList<>();

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = Durations.class,
      description =
          "For this long of network time, such as 30s or 10m; until it is repaired by default.")
  @Nullable Long forNs;

  @Mixin NetworkOption chosen = new NetworkOption();

  @Mixin OutputOptions output = new OutputOptions();

  FailCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (elements.isEmpty() && forNs != null) {
      throw Failure.usage("--for needs something that fails", "Name it, such as gateway:aerzen.");
    }
    if (elements.isEmpty()) {
      Control control = RunningNetwork.find(surroundings, chosen.network);
      if (control == null) {
        return ExitCode.NO;
      }
      list(control.ask(List.of("outages")));
      return ExitCode.DONE;
    }
    List<String> words = new ArrayList<>(List.of("fail", forNs == null ? "-" : forNs.toString()));
    words.addAll(elements);
    return RunningNetwork.tell(surroundings, chosen.network, words);
  }

  private void list(List<String> lines) {
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (String line : lines) {
        for (String cell : line.split("\t", -1)) {
          if (cell.isEmpty()) {
            rows.empty(1);
          } else {
            rows.text(cell);
          }
        }
        rows.endRow();
      }
    }
  }
}
