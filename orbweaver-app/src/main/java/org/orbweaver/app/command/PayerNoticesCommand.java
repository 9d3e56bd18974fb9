package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.FundingDesk;
import org.orbweaver.governance.accounts.FundingNotice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver payer notices}. */
@Command(
    name = "notices",
    description = {
      "Show what holders of lines should have been told by now and were not.",
      "With --send they are put down as sent: hand the rows to whatever sends letters. A line is"
          + " limited or paused only 7 days after its holder was told."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver payer notices",
      "  orbweaver payer notices --send --format json"
    })
final class PayerNoticesCommand extends StoreCommand {
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
    List<Told> open =
        store.write(records -> {
          List<FundingNotice> due = new FundingDesk(records).notices(nowNs());
          if (send) {
            due.forEach(notice -> records.notices().send(notice, nowNs()));
          }
          return due.stream()
              .map(notice -> new Told(notice, records.lines().get(notice.line()).account()))
              .toList();
        });
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
}
