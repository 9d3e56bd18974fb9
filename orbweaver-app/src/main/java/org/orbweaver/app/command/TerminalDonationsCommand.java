package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Donation;
import org.orbweaver.governance.accounts.DonationCount;
import org.orbweaver.governance.accounts.Terminal;
import picocli.CommandLine.Command;

/** {@code orbweaver terminal donations}. */
@Command(
    name = "donations",
    description = "Show what became of the terminals of each donation; the numbers add up.",
    footer = {"", "Examples:", "  orbweaver terminal donations --format json"})
final class TerminalDonationsCommand extends StoreCommand {
  private record Row(Donation donation, DonationCount count) {}

  TerminalDonationsCommand(Surroundings surroundings) {
    super(surroundings, TerminalRows.DONATIONS);
  }

  @Override
  int run(SqlStore store) {
    List<Row> all =
        store.read(records -> {
          List<Terminal> terminals = records.terminals().all();
          return records.donations().all().stream()
              .map(donation -> new Row(donation, DonationCount.of(donation, terminals)))
              .toList();
        });
    return rows(rows -> all.forEach(row -> TerminalRows.write(rows, row.donation(), row.count())));
  }
}
