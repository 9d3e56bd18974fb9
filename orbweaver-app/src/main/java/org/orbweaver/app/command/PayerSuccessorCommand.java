package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.FundingChange;
import org.orbweaver.governance.accounts.FundingDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code orbweaver payer successor}. */
@Command(
    name = "successor",
    description = {
      "Name who is to pay for a line when its payer leaves; without a payer, take the name back.",
      "When the payer leaves, the line goes to the successor without a gap."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver payer successor SL-0001 PAY-0002",
      "  orbweaver payer successor SL-0001"
    })
final class PayerSuccessorCommand extends DecidingCommand {
  @Parameters(index = "0", paramLabel = "LINE", description = "Its number.")
  String line = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "PAYER", description = "Their id.")
  @Nullable String successor;

  PayerSuccessorCommand(Surroundings surroundings) {
    super(surroundings, PayerRows.CHANGES);
  }

  @Override
  int run(SqlStore store) {
    FundingChange[] done = new FundingChange[1];
    decide(
        store,
        records -> {
          FundingDesk desk = new FundingDesk(records);
          done[0] = desk.succeeded(line, successor, nowNs());
          return FundingEntries.deed(List.of(done[0]));
        });
    return rows(rows -> PayerRows.write(rows, done[0]));
  }
}
