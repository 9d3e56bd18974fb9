package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.entry.AllowListEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code orbweaver allowlist enrol}. */
@Command(
    name = "enrol",
    description = "Put terminals on a list; that takes nothing from anybody.",
    footer = {"", "Examples:", "  orbweaver allowlist enrol AL-0001 clinic-1 school-2"})
final class AllowListEnrolCommand extends DecidingCommand {
  @Parameters(index = "0", paramLabel = "LIST", description = "Its id.")
  String id = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "TERMINAL", description = "Their ids.")
  List<String> terminals = new ArrayList<>();

  AllowListEnrolCommand(Surroundings surroundings) {
    super(surroundings, AllowListRows.LISTS);
  }

  @Override
  int run(SqlStore store) {
    AllowList[] done = new AllowList[1];
    decide(
        store,
        records -> {
          terminals.forEach(terminal -> records.terminals().get(terminal));
          AllowList list = records.allowLists().get(id).with(terminals);
          done[0] = list;
          return new Deed(
              List.of(header -> new AllowListEntry.Enrolled(header, id, terminals)),
              into -> into.allowLists().update(list));
        });
    return rows(rows -> AllowListRows.write(rows, done[0]));
  }
}
