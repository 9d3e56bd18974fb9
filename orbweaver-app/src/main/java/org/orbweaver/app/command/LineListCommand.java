package org.orbweaver.app.command;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.FundingState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver line list}. */
@Command(
    name = "list",
    description = "List lines, where each stands on the funding ladder, and what comes next.",
    footer = {
      "",
      "Examples:",
      "  orbweaver line list",
      "  orbweaver line list --payer PAY-0001 --funding at-risk"
    })
final class LineListCommand extends StoreCommand {
  @Option(names = "--account", paramLabel = "ACCOUNT", description = "Only those of an account.")
  @Nullable String account;

  @Option(names = "--payer", paramLabel = "PAYER", description = "Only those of a payer.")
  @Nullable String payer;

  @Option(
      names = "--funding",
      paramLabel = "STATE",
      description = "Only those that are funded, at-risk, grace, limited or paused.")
  @Nullable String funding;

  LineListCommand(Surroundings surroundings) {
    super(surroundings, LineRows.LINES);
  }

  @Override
  int run(SqlStore store) {
    FundingState state = funding == null ? null : FundingState.parse(funding);
    List<LineRows.Row> found =
        store.read(records ->
            LineRows.of(
                records,
                line ->
                    (account == null || account.equals(line.account()))
                        && (payer == null || Objects.equals(payer, line.funding().payer()))
                        && (state == null || state == line.funding().state())));
    return rows(rows -> found.forEach(row -> LineRows.write(rows, row)));
  }
}
