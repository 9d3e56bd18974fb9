package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Payer;
import picocli.CommandLine.Command;

/** {@code orbweaver payer list}. */
@Command(
    name = "list",
    description = "List who pays, and who leaves.",
    footer = {"", "Examples:", "  orbweaver payer list"})
final class PayerListCommand extends StoreCommand {
  PayerListCommand(Surroundings surroundings) {
    super(surroundings, PayerRows.PAYERS);
  }

  @Override
  int run(SqlStore store) {
    List<Payer> all = store.read(records -> records.payers().all());
    return rows(rows -> all.forEach(payer -> PayerRows.write(rows, payer)));
  }
}
