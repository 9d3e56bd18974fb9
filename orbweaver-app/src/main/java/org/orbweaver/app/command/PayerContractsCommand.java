package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Contract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver payer contracts}. */
@Command(
    name = "contracts",
    description = "List contracts, all or those of a line or payer.",
    footer = {"", "Examples:", "  orbweaver payer contracts --line SL-0001"})
final class PayerContractsCommand extends StoreCommand {
  @Option(names = "--line", paramLabel = "LINE", description = "Only those of a line.")
  @Nullable String line;

  @Option(names = "--payer", paramLabel = "PAYER", description = "Only those of a payer.")
  @Nullable String payer;

  PayerContractsCommand(Surroundings surroundings) {
    super(surroundings, PayerRows.CONTRACTS);
  }

  @Override
  int run(SqlStore store) {
    List<Contract> found =
        store.read(records ->
            (line == null ? records.contracts().all() : records.contracts().of(line))
                .stream()
                    .filter(contract -> payer == null || payer.equals(contract.payer()))
                    .toList());
    return rows(rows -> found.forEach(contract -> PayerRows.write(rows, contract)));
  }
}
