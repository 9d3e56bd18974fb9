package org.orbweaver.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.office.ServiceSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver case compare}: does a network do what its ledger says? */
@Command(
    name = "compare",
    description = {
      "Compare what a running network says that it obeys with what its ledger decides.",
      "Ends with 1 where a decision is obeyed that the ledger does not have in force, or one is in"
          + " force and not obeyed: somebody passed the ledger by."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case compare decisions --service service.json --log-key \"$LOG_KEY\""
    })
final class CaseCompareCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.case.compare/1",
          Column.text("difference", "between the service and the ledger, one a row"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "LEDGER", description = "Folder or URL of the ledger.")
  String place = "";

  @Option(
      names = "--service",
      paramLabel = "FILE",
      required = true,
      description = "Snapshot of the service, as the network gives it.")
  Path service = Path.of("");

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Mixin OutputOptions output = new OutputOptions();

  CaseCompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    ServiceSnapshot snapshot = LedgerInputs.parsed(service, ServiceSnapshot::parse);
    GovernedLedgers.Verified ledger = GovernedLedgers.read(place, policy.read());
    List<String> differences =
        snapshot.differences(ServiceSnapshot.of(ledger.state(), snapshot.at()));
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      differences.forEach(difference -> rows.text(difference).endRow());
    }
    return differences.isEmpty() ? ExitCode.DONE : ExitCode.NO;
  }
}
