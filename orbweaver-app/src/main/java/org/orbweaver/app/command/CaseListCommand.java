package org.orbweaver.app.command;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.state.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver case list}: all cases of a ledger. */
@Command(
    name = "list",
    description = "List the cases of a ledger, which is verified whole first.",
    footer = {
      "",
      "Examples:",
      "  orbweaver case list decisions --log-key \"$LOG_KEY\"",
      "  orbweaver case list https://ledger.example.org/2026 --policy trust.policy --in-force"
    })
final class CaseListCommand implements Callable<Integer>, Tabular {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "LEDGER", description = "Folder or URL of the ledger.")
  String place = "";

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Option(names = "--in-force", description = "Only those that decide about service now.")
  boolean inForce;

  @Mixin OutputOptions output = new OutputOptions();

  CaseListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(CaseRows.SHEET);
  }

  @Override
  public Integer call() {
    GovernedLedgers.Verified ledger = GovernedLedgers.read(place, policy.read());
    Instant now = surroundings.clock().instant();
    List<CaseFile> files = inForce ? ledger.state().inForce(now) : ledger.state().cases().toList();
    try (RowWriter rows = output.open(surroundings, CaseRows.SHEET)) {
      CaseRows.write(rows, ledger, files, now);
    }
    return ExitCode.DONE;
  }
}
