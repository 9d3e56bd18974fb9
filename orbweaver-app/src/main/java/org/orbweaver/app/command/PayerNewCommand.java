package org.orbweaver.app.command;

import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Payer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code orbweaver payer new}. */
@Command(
    name = "new",
    description = "Add somebody who pays.",
    footer = {"", "Examples:", "  orbweaver payer new \"A foundation\""})
final class PayerNewCommand extends StoreCommand {
  @Parameters(paramLabel = "NAME", description = "Of a person or organisation.")
  String name = "";

  PayerNewCommand(Surroundings surroundings) {
    super(surroundings, PayerRows.PAYERS);
  }

  @Override
  int run(SqlStore store) {
    Payer made =
        store.write(records -> {
          Payer payer = new Payer(records.newNumber("PAY"), name, nowNs(), null);
          records.payers().add(payer);
          return payer;
        });
    return rows(rows -> PayerRows.write(rows, made));
  }
}
