package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.state.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver case status}: where one's request stands, by its receipt. */
@Command(
    name = "status",
    description = {
      "Where a request stands, for whoever has its receipt; needs no account.",
      "The ledger is public and is verified whole first. Ends with 1 where no case has this"
          + " receipt."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case status R-7Q2M0-... https://ledger.example.org/2026 --policy trust.policy"
    })
final class CaseStatusCommand implements Callable<Integer>, Tabular {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(index = "0", paramLabel = "RECEIPT", description = "What was given on filing.")
  String receipt = "";

  @Parameters(index = "1", paramLabel = "LEDGER", description = "Folder or URL of the ledger.")
  String place = "";

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Mixin OutputOptions output = new OutputOptions();

  CaseStatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(CaseRows.SHEET);
  }

  @Override
  public Integer call() {
    GovernedLedgers.Verified ledger = GovernedLedgers.read(place, policy.read());
    CaseFile file = ledger.state().findByReceipt(receipt.strip());
    if (file == null) {
      surroundings.err().println("no case of this ledger has this receipt");
      surroundings.err().flush();
      return ExitCode.NO;
    }
    try (RowWriter rows = output.open(surroundings, CaseRows.SHEET)) {
      CaseRows.write(rows, ledger, List.of(file), surroundings.clock().instant());
    }
    return ExitCode.DONE;
  }
}
