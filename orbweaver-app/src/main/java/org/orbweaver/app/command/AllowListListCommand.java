package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.AllowList;
import picocli.CommandLine.Command;

/** {@code orbweaver allowlist list}. */
@Command(
    name = "list",
    description = "List the allow-lists and how far each has come.",
    footer = {"", "Examples:", "  orbweaver allowlist list"})
final class AllowListListCommand extends StoreCommand {
  AllowListListCommand(Surroundings surroundings) {
    super(surroundings, AllowListRows.LISTS);
  }

  @Override
  int run(SqlStore store) {
    List<AllowList> all = store.read(records -> records.allowLists().all());
    return rows(rows -> all.forEach(list -> AllowListRows.write(rows, list)));
  }
}
