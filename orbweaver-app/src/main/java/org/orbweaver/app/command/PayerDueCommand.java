package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.FundingChange;
import org.orbweaver.governance.accounts.FundingDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver payer due}. */
@Command(
    name = "due",
    description = {
      "Show the lines whose time on their rung of the ladder is over, and who were told.",
      "With --step they go down one rung. Essential lines stop at limited."
    },
    footer = {"", "Examples:", "  orbweaver payer due", "  orbweaver payer due --step"})
final class PayerDueCommand extends DecidingCommand {
  @Option(names = "--step", description = "Take the steps.")
  boolean step;

  PayerDueCommand(Surroundings surroundings) {
    super(surroundings, PayerRows.CHANGES);
  }

  @Override
  int run(SqlStore store) {
    List<FundingChange> changes = new ArrayList<>();
    if (step) {
      decide(
          store,
          records -> {
            changes.clear();
            changes.addAll(new FundingDesk(records).due(nowNs()));
            return FundingEntries.deed(changes);
          });
    } else {
      store.read(records -> changes.addAll(new FundingDesk(records).due(nowNs())));
    }
    return rows(rows -> changes.forEach(change -> PayerRows.write(rows, change)));
  }
}
