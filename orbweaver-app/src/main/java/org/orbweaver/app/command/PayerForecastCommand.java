package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.Funding;
import org.orbweaver.governance.accounts.FundingLadder;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.accounts.FundingTerms;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.ServiceLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code orbweaver payer forecast}. */
@Command(
    name = "forecast",
    description = {
      "Show what would become of lines if nobody paid from now on, and when at the earliest.",
      "A line that is funded is shown as if its payer left now."
    },
    footer = {"", "Examples:", "  orbweaver payer forecast SL-0001", "  orbweaver payer forecast"})
final class PayerForecastCommand extends StoreCommand {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.payer.forecast/1",
          Column.text("line", "its number"),
          Column.text("class", "whom it serves"),
          Column.text("funding", "the rung"),
          Column.text("from", "when the line comes to it at the earliest, UTC"),
          Column.text("service", "full, limited or none"));

  private record Rung(ServiceLine line, Funding funding) {}

  @Parameters(arity = "0..1", paramLabel = "LINE", description = "Its number; all by default.")
  @Nullable String number;

  PayerForecastCommand(Surroundings surroundings) {
    super(surroundings, SHEET);
  }

  @Override
  int run(SqlStore store) {
    List<Rung> rungs = store.read(this::rungs);
    return rows(rows ->
        rungs.forEach(rung ->
            rows.text(rung.line().number())
                .text(word(rung.line().serviceClass()))
                .text(rung.funding().state().toString())
                .text(Utc.format(rung.funding().sinceNs()))
                .text(
                    switch (rung.funding().state()) {
                      case FUNDED, AT_RISK, GRACE -> "full";
                      case LIMITED -> "limited";
                      case PAUSED -> "none";
                    })
                .endRow()));
  }

  private List<Rung> rungs(Records records) {
    List<Rung> rungs = new ArrayList<>();
    for (ServiceLine line :
        number == null ? records.lines().all() : List.of(records.lines().get(number))) {
      if (line.isActiveAt(nowNs())) {
        rungs.addAll(down(line, records.terms()));
      }
    }
    return rungs;
  }

  private List<Rung> down(ServiceLine line, FundingTerms terms) {
    List<Rung> rungs = new ArrayList<>(List.of(new Rung(line, line.funding())));
    Funding funding = line.funding();
    if (funding.state() == FundingState.FUNDED) {
      funding = Funding.none(nowNs());
      rungs.add(new Rung(line, funding));
    }
    boolean essential = line.serviceClass().isEssential();
    FundingLadder.Step step = FundingLadder.next(funding, essential, false, terms);
    while (step != null) {
      funding = new Funding(step.to(), Math.max(step.dueNs(), nowNs()), null, null, 0);
      rungs.add(new Rung(line, funding));
      step = FundingLadder.next(funding, essential, false, terms);
    }
    return rungs;
  }
}
