package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Account;
import picocli.CommandLine.Command;

/** {@code orbweaver account list}. */
@Command(
    name = "list",
    description = "List the accounts.",
    footer = {"", "Examples:", "  orbweaver account list --format json"})
final class AccountListCommand extends StoreCommand {
  AccountListCommand(Surroundings surroundings) {
    super(surroundings, AccountRows.ACCOUNTS);
  }

  @Override
  int run(SqlStore store) {
    List<Account> all = store.read(records -> records.accounts().all());
    return rows(rows -> all.forEach(account -> AccountRows.write(rows, account)));
  }
}
