package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.rebuild.Difference;
import org.orbweaver.governance.rebuild.Rebuild;
import org.orbweaver.governance.state.GovernanceState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code orbweaver account rebuild}. */
@Command(
    name = "rebuild",
    description = {
      "Verify the ledger, make anew from it what is decided, and compare that with the store.",
      "Each difference is a row: of lines and who pays, terminals, authorisations and allow-lists."
          + " Ends with 1 where there is one. With --write the store is made to say what the ledger"
          + " says, and what the ledger alone cannot mend is shown."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver account rebuild --ledger decisions --log-key \"$LOG_KEY\"",
      "  orbweaver account rebuild --ledger https://ledger.example.org/2026 --policy trust.policy"
          + " \\",
      "      --write"
    })
final class AccountRebuildCommand extends StoreCommand {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.account.rebuild/1",
          Column.text("kind", "line, terminal, authorisation or allow-list"),
          Column.text("id", "which"),
          Column.text("what", "is different"),
          Column.text("ledger", "what the ledger says; empty where it says nothing"),
          Column.text("store", "what the store says; empty where it says nothing"));

  @Option(names = "--ledger", paramLabel = "DIR|URL", required = true, description = "The ledger.")
  String ledger = "";

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Option(names = "--write", description = "Make the store say what the ledger says.")
  boolean write;

  AccountRebuildCommand(Surroundings surroundings) {
    super(surroundings, SHEET);
  }

  @Override
  int run(SqlStore store) {
    GovernanceState state = verified();
    List<Difference> differences =
        write
            ? store.write(records -> Follow.carryOver(state, records))
            : store.read(records -> Rebuild.differences(state.services(), records));
    rows(rows ->
        differences.forEach(each ->
            rows.text(each.kind())
                .text(each.id())
                .text(each.what())
                .text(each.ledger())
                .text(each.store())
                .endRow()));
    surroundings
        .err()
        .println(
            state.size()
                + " entries verified: "
                + state.caseCount()
                + " cases, "
                + (state.board() == null ? 0 : state.board().members().size())
                + " people; "
                + (differences.isEmpty() ? "the store says the same" : "the store differs"));
    return differences.isEmpty() ? ExitCode.DONE : ExitCode.NO;
  }

  private GovernanceState verified() {
    TrustPolicy trust = policy.read();
    GovernedLedgers.Verified verified = GovernedLedgers.read(ledger, trust);
    if (trust.asksForWitnesses() && !verified.witnessed()) {
      throw Failure.refused("too few witnesses have seen this state of the ledger", null);
    }
    return verified.state();
  }
}
