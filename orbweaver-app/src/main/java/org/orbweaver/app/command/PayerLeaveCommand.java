package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Contract;
import org.orbweaver.governance.accounts.FundingChange;
import org.orbweaver.governance.accounts.FundingDesk;
import org.orbweaver.governance.accounts.Payer;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver payer leave}. */
@Command(
    name = "leave",
    description = {
      "Declare that a payer leaves, and show what follows for each of their lines.",
      "A line with a named successor who pays goes to them at once. Any other is at risk: full"
          + " service, and at least 60 days to find another payer.",
      "With --dry-run nothing is changed."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver payer leave PAY-0001 --on 2026-07-01T00:00:00Z --dry-run",
      "  orbweaver payer leave PAY-0001 --on 2026-07-01T00:00:00Z"
    })
final class PayerLeaveCommand extends DecidingCommand {
  @Parameters(paramLabel = "PAYER", description = "Their id.")
  String id = "";

  @Option(
      names = "--on",
      paramLabel = "TIME",
      converter = Moments.class,
      defaultValue = "now",
      description = "Until when they pay, UTC; now by default.")
  String on = "now";

  @Option(names = "--dry-run", description = "Show what would follow; change nothing.")
  boolean dryRun;

  PayerLeaveCommand(Surroundings surroundings) {
    super(surroundings, PayerRows.CHANGES);
  }

  @Override
  int run(SqlStore store) {
    List<FundingChange> changes = new ArrayList<>();
    if (dryRun) {
      store.read(records -> changes.addAll(changes(records)));
    } else {
      decide(
          store,
          records -> {
            changes.clear();
            changes.addAll(changes(records));
            Deed deed = FundingEntries.deed(changes);
            return new Deed(
                deed.entries(),
                into -> {
                  deed.effect().accept(into);
                  leave(into);
                });
          });
    }
    rows(rows -> changes.forEach(change -> PayerRows.write(rows, change)));
    return ExitCode.DONE;
  }

  private List<FundingChange> changes(Records records) {
    Payer payer = records.payers().get(id);
    if (payer.leavesNs() != null) {
      throw new RefusedException("the payer " + id + " leaves already");
    }
    return new FundingDesk(records).leaving(id, momentNs(on), nowNs());
  }

  private void leave(Records records) {
    Payer payer = records.payers().get(id);
    long leavesNs = momentNs(on);
    records.payers().update(new Payer(id, payer.name(), payer.sinceNs(), leavesNs));
    for (Contract contract : records.contracts().all()) {
      if (contract.payer().equals(id) && contract.holdsAt(leavesNs)) {
        records.contracts().update(contract.endingAt(leavesNs));
      }
    }
  }
}
