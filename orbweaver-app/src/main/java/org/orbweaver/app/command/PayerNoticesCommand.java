package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.FundingDesk;
import org.orbweaver.governance.accounts.FundingNotice;
import org.orbweaver.governance.accounts.Records;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver payer notices}. */
@Command(
    name = "notices",
    description = {
      "Show what holders of lines should have been told by now and were not.",
      "With --send they are put down as sent: hand the rows to whatever sends letters. A line is"
          + " limited or paused only 7 days after its holder was told; in a governed network the"
          + " ledger has the notices, and refuses the step without."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver payer notices",
      "  orbweaver payer notices --send --format json"
    })
final class PayerNoticesCommand extends DecidingCommand {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.payer.notice/1",
          Column.text("line", "its number"),
          Column.text("account", "whose it is"),
          Column.text("funding", "where it stands"),
          Column.number("days_ahead", "of the next step; 0 on arrival"),
          Column.text("next", "the next step, if nobody pays"),
          Column.text("next_at", "when that is at the earliest, UTC"),
          Column.text("text", "what the holder is told"));

  private record Told(FundingNotice notice, String account) {}

  @Option(names = "--send", description = "Put them down as sent.")
  boolean send;

  PayerNoticesCommand(Surroundings surroundings) {
    super(surroundings, SHEET);
  }

  @Override
  int run(SqlStore store) {
    List<Told> open = new ArrayList<>();
    if (send) {
      decide(store, records -> FundingEntries.notices(due(records, open), nowNs()));
    } else {
      store.read(records -> due(records, open));
    }
    return rows(rows -> {
      for (Told told : open) {
        FundingNotice notice = told.notice();
        rows.text(notice.line())
            .text(told.account())
            .text(notice.state().toString())
            .number(notice.daysAhead())
            .text(notice.next() == null ? null : notice.next().toString())
            .text(notice.next() == null ? null : Utc.format(notice.nextNs()))
            .text(notice.text())
            .endRow();
      }
    });
  }

  private List<FundingNotice> due(Records records, List<Told> told) {
    List<FundingNotice> due = new FundingDesk(records).notices(nowNs());
    told.clear();
    for (FundingNotice notice : due) {
      told.add(new Told(notice, records.lines().get(notice.line()).account()));
    }
    return due;
  }
}
