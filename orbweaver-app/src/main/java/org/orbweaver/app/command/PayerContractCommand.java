package org.orbweaver.app.command;

import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Contract;
import org.orbweaver.governance.accounts.Money;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver payer contract}. */
@Command(
    name = "contract",
    description = {
      "Keep a payer's word to pay for a line.",
      "A contract is a paper; who pays is what 'payer fund' says."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver payer contract PAY-0001 SL-0001 --price \"75.00 EUR\" \\",
      "      --until 2027-01-01T00:00:00Z"
    })
final class PayerContractCommand extends StoreCommand {
  @Parameters(index = "0", paramLabel = "PAYER", description = "Their id.")
  String payer = "";

  @Parameters(index = "1", paramLabel = "LINE", description = "Its number.")
  String line = "";

  @Option(
      names = "--price",
      paramLabel = "AMOUNT",
      required = true,
      description = "In a month, such as \"75.00 EUR\".")
  String price = "";

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Moments.class,
      defaultValue = "now",
      description = "From when, UTC; now by default.")
  String from = "now";

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Moments.class,
      description = "Until when, UTC; no end by default.")
  @Nullable String until;

  PayerContractCommand(Surroundings surroundings) {
    super(surroundings, PayerRows.CONTRACTS);
  }

  @Override
  int run(SqlStore store) {
    Money perMonth = Money.parse(price);
    Contract made =
        store.write(records -> {
          records.payers().get(payer);
          records.lines().get(line);
          Contract contract =
              new Contract(
                  records.newNumber("CON"),
                  payer,
                  line,
                  momentNs(from),
                  until == null ? null : momentNs(until),
                  perMonth);
          records.contracts().add(contract);
          return contract;
        });
    return rows(rows -> PayerRows.write(rows, made));
  }
}
