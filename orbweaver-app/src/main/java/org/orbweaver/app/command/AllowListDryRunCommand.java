package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.accounts.DryRun;
import org.orbweaver.governance.entry.AllowListEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver allowlist dry-run}. */
@Command(
    name = "dry-run",
    description = {
      "Show what the next wave would do to each terminal in the area; nothing is done to any.",
      "The run is kept: a wave comes into force only within a day of its dry run, and cuts nobody"
          + " of whom the run did not say so. Ends with 1 where somebody would be cut."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver allowlist dry-run AL-0001",
      "  orbweaver allowlist dry-run AL-0001 --present in-the-north.txt --cut --format csv"
    })
final class AllowListDryRunCommand extends DecidingCommand {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.allowlist.dry-run/1",
          Column.text("list", "its id"),
          Column.number("wave", "from 1"),
          Column.text("terminal", "in the area"),
          Column.text("line", "that it is on"),
          Column.text("class", "whom the line serves"),
          Column.text("outcome", "listed, essential, exempt, later or cut"));

  @Parameters(paramLabel = "LIST", description = "Its id.")
  String id = "";

  @Mixin AllowListPresent present = new AllowListPresent();

  @Option(names = "--cut", description = "Only those that would be cut.")
  boolean onlyCut;

  AllowListDryRunCommand(Surroundings surroundings) {
    super(surroundings, SHEET);
  }

  @Override
  int run(SqlStore store) {
    DryRun[] done = new DryRun[1];
    decide(
        store,
        records -> {
          AllowList list = records.allowLists().get(id);
          DryRun run = DryRun.of(list, present.of(records, nowNs()));
          done[0] = run;
          return new Deed(
              List.of(header ->
                  new AllowListEntry.Rehearsed(
                      header, id, run.wave(), run.rows().size(), run.cut().size(), run.hash())),
              into -> into.allowLists().update(list.rehearsed(run.rehearsal(nowNs()))));
        });
    rows(rows -> {
      for (DryRun.Row row : done[0].rows()) {
        if (!onlyCut || row.outcome() == DryRun.Outcome.CUT) {
          rows.text(id)
              .number(done[0].wave() + 1)
              .text(row.terminal().terminal())
              .text(row.terminal().line())
              .text(word(row.terminal().serviceClass()))
              .text(word(row.outcome()))
              .endRow();
        }
      }
    });
    return done[0].cut().isEmpty() ? ExitCode.DONE : ExitCode.NO;
  }
}
