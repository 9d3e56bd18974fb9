package org.orbweaver.app.command;

import java.util.stream.Collectors;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.accounts.Rehearsal;

/** Allow-lists as rows. */
final class AllowListRows {
  static final Sheet LISTS =
      new Sheet(
          "orbweaver.allowlist/1",
          Column.text("list", "its id"),
          Column.text("area", "the service area"),
          Column.text("announced", "UTC"),
          Column.number("listed", "terminals on it"),
          Column.text("waves", "from when for which classes"),
          Column.number("enforced", "waves in force"),
          Column.text("dry_run", "the last one, UTC"),
          Column.number("would_cut", "terminals, by the last dry run"));

  private AllowListRows() {}

  static void write(RowWriter rows, AllowList list) {
    rows.text(list.id())
        .text(list.area())
        .text(Utc.format(list.announcedNs()))
        .number(list.listed().size())
        .text(
            list.waves().stream()
                .map(wave ->
                    Utc.format(wave.fromNs())
                        + " "
                        + wave.classes().stream()
                            .map(StoreCommand::word)
                            .sorted()
                            .collect(Collectors.joining("+")))
                .collect(Collectors.joining("; ")))
        .number(list.enforced());
    Rehearsal run = list.rehearsal();
    if (run == null) {
      rows.empty(2).endRow();
    } else {
      rows.text(Utc.format(run.atNs())).number(run.cut().size()).endRow();
    }
  }
}
