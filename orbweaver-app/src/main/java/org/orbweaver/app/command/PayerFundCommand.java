package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.FundingChange;
import org.orbweaver.governance.accounts.FundingDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code orbweaver payer fund}. */
@Command(
    name = "fund",
    description = {
      "Declare that somebody pays for a line from now on.",
      "The line comes back in full at once, wherever on the ladder it stood."
    },
    footer = {"", "Examples:", "  orbweaver payer fund PAY-0002 SL-0001"})
final class PayerFundCommand extends DecidingCommand {
  @Parameters(index = "0", paramLabel = "PAYER", description = "Their id.")
  String payer = "";

  @Parameters(index = "1", paramLabel = "LINE", description = "Its number.")
  String line = "";

  PayerFundCommand(Surroundings surroundings) {
    super(surroundings, PayerRows.CHANGES);
  }

  @Override
  int run(SqlStore store) {
    FundingChange[] done = new FundingChange[1];
    decide(
        store,
        records -> {
          FundingDesk desk = new FundingDesk(records);
          done[0] = desk.paidBy(line, payer, nowNs());
          return FundingEntries.deed(List.of(done[0]));
        });
    return rows(rows -> PayerRows.write(rows, done[0]));
  }
}
