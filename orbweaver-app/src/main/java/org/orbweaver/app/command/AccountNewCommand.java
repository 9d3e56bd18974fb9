package org.orbweaver.app.command;

import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver account new}. */
@Command(
    name = "new",
    description = "Open an account.",
    footer = {
      "",
      "Examples:",
      "  orbweaver account new \"Clinic at the lake\" --region KE",
      "  orbweaver account new \"Relief office\" --region UA --network relief --format json"
    })
final class AccountNewCommand extends StoreCommand {
  @Parameters(paramLabel = "NAME", description = "Of a person or organisation.")
  String name = "";

  @Option(
      names = "--region",
      paramLabel = "COUNTRY",
      required = true,
      description = "Country of the account, two capital letters (ISO 3166-1).")
  String region = "";

  AccountNewCommand(Surroundings surroundings) {
    super(surroundings, AccountRows.ACCOUNTS);
  }

  @Override
  int run(SqlStore store) {
    Account made =
        store.write(records -> {
          Account account = new Account(records.newNumber("ACC"), name, region, nowNs());
          records.accounts().add(account);
          return account;
        });
    return rows(rows -> AccountRows.write(rows, made));
  }
}
