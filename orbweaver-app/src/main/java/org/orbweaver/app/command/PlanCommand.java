package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Progress;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.CandidateWays;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver plan}: who is served by what, slot after slot. */
@Command(
    name = "plan",
    description = {
      "Show which satellite, gateway and PoP serve each terminal, slot after slot.",
      "Angles, ranges and round-trip times hold at the start of the slot. Ends with 1 where no"
          + " terminal has service in any of the slots."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver plan hello",
      "  orbweaver plan hello --terminal berlin --slots 40 --format csv",
      "  orbweaver plan hello --terminal berlin --candidates",
      "  orbweaver plan starlink --terminal berlin --explain",
      "  orbweaver plan starlink --terminal berlin --rates",
      "  orbweaver plan hello --without gateway:aerzen --without pop:frankfurt",
      "  orbweaver plan starlink --elements starlink.tle.gz --start 2026-05-21T12:00:12Z"
    })
final class PlanCommand implements Callable<Integer>, Tabular {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "Scenario file, or the name of a shipped scenario.")
  String scenario = "";

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Mixin WithoutOption without = new WithoutOption();

  @Mixin SlotOptions slotOptions = new SlotOptions();

  @Option(
      names = "--candidates",
      description = "Show every satellite in view of a terminal and what became of it.")
  boolean candidates;

  @Option(
      names = "--explain",
      description =
          "Show what the score of each satellite that a terminal may use is made of, as far as the"
              + " strategy tells.")
  boolean explain;

  @Option(
      names = "--rates",
      description =
          "Show what other subscribers leave each terminal at this hour and over a day: 20th, 50th"
              + " and 80th percentile, where the scenario knows load.")
  boolean rates;

  @Mixin OutputOptions output = new OutputOptions();

  PlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(PlanRows.SHEET, CandidateRows.SHEET, ExplainRows.SHEET, RateRows.SHEET);
  }

  @Override
  public Integer call() {
    Network network =
        without.from(scenarioOptions.loadForAnswers(surroundings, scenario), surroundings);
    Slot slot = slotOptions.first(network);
    int[] wanted = slotOptions.terminals(network);
    Planner planner = new Planner(network);
    Fold fold = new Fold(planner);
    boolean anyService = wanted.length == 0 || candidates || explain;
    Progress progress = OutputOptions.progress(surroundings, "slots", slotOptions.slots());
    try (RowWriter out = output.open(surroundings, sheet())) {
      for (int done = 0; done < slotOptions.slots(); done++) {
        SlotPlan plan = fold.at(slot);
        progress.hide();
        if (explain || candidates) {
          writeCandidates(out, planner, plan, fold.previous(), wanted);
        } else {
          anyService |= writeTerminals(out, planner, plan, wanted);
        }
        out.flush();
        progress.at(done + 1);
        slot = network.slots().next(slot);
      }
      progress.hide();
    }
    return anyService ? ExitCode.DONE : ExitCode.NO;
  }

  private void writeCandidates(
      RowWriter out, Planner planner, SlotPlan plan, @Nullable SlotPlan before, int[] wanted) {
    try (CandidateWays ways = CandidateWays.of(planner, plan)) {
      for (int t : wanted) {
        if (explain) {
          ExplainRows.write(out, planner, plan, before, ways, t);
        } else {
          CandidateRows.write(out, planner, plan, before, ways, t);
        }
      }
    }
  }

  /** Whether any of them has service. */
  private boolean writeTerminals(RowWriter out, Planner planner, SlotPlan plan, int[] wanted) {
    boolean anyService = false;
    for (int t : wanted) {
      if (rates) {
        RateRows.write(out, planner, plan, t);
      } else {
        PlanRows.write(out, planner, plan, t);
      }
      anyService |= plan.schedule().isServed(t);
    }
    return anyService;
  }

  private Sheet sheet() {
    if (explain) {
      return ExplainRows.SHEET;
    }
    if (candidates) {
      return CandidateRows.SHEET;
    }
    return rates ? RateRows.SHEET : PlanRows.SHEET;
  }
}
