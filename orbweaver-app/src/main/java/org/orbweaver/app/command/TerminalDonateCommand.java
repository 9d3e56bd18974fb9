package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.Donation;
import org.orbweaver.governance.accounts.DonationCount;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.accounts.TerminalDesk;
import org.orbweaver.governance.entry.TerminalEntry;
import org.orbweaver.governance.merkle.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver terminal donate}. */
@Command(
    name = "donate",
    description = {
      "Put down that terminals were given, by whom, for what, and what was promised.",
      "The terminals must be in stock. More of the same donation may come later, with --more."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver terminal donate clinic-1 clinic-2 --donor \"A foundation\" --purpose hospital"
          + " \\",
      "      --promise \"service paid until 2027\"",
      "  orbweaver terminal donate clinic-3 --more DON-0001"
    })
final class TerminalDonateCommand extends DecidingCommand {
  @Parameters(paramLabel = "TERMINAL", arity = "1..*", description = "Ids of those that came.")
  List<String> terminals = new ArrayList<>();

  @Option(names = "--donor", paramLabel = "NAME", description = "Who gave.")
  String donor = "";

  @Option(
      names = "--purpose",
      paramLabel = "CLASS",
      description = "Lines that they are meant for: ${COMPLETION-CANDIDATES}.")
  ServiceClass purpose = ServiceClass.RELIEF;

  @Option(
      names = "--pledged",
      paramLabel = "NUMBER",
      description = "How many were promised, 1 or more; those that came by default.")
  int pledged;

  @Option(names = "--promise", paramLabel = "TEXT", description = "What the donor was told.")
  String promise = "nothing";

  @Option(names = "--more", paramLabel = "DONATION", description = "They belong to an earlier one.")
  String more = "";

  TerminalDonateCommand(Surroundings surroundings) {
    super(surroundings, TerminalRows.DONATIONS);
  }

  @Override
  int run(SqlStore store) {
    Donation[] given = new Donation[1];
    decide(
        store,
        records -> {
          Donation donation = donation(records);
          given[0] = donation;
          Hash sealed =
              Seals.seal(
                  records,
                  "donation:" + donation.id() + ":" + terminals.getFirst(),
                  "donor",
                  donation.donor() + "\n" + donation.promise(),
                  nowNs());
          return new Deed(
              List.of(header ->
                  new TerminalEntry.Donated(
                      header,
                      donation.id(),
                      donation.purpose(),
                      donation.pledged(),
                      terminals,
                      sealed)),
              into -> give(into, donation));
        });
    DonationCount count =
        store.read(records -> DonationCount.of(given[0], records.terminals().all()));
    return rows(rows -> TerminalRows.write(rows, given[0], count));
  }

  private Donation donation(Records records) {
    return more.isEmpty()
        ? new Donation(
            records.newNumber("DON"),
            donor,
            purpose,
            pledged == 0 ? terminals.size() : pledged,
            nowNs(),
            promise)
        : records.donations().get(more);
  }

  private void give(Records records, Donation donation) {
    if (more.isEmpty()) {
      records.donations().add(donation);
    }
    TerminalDesk desk = new TerminalDesk(records);
    for (String terminal : terminals) {
      Terminal stock = records.terminals().get(terminal);
      desk.donate(stock.id(), donation.id(), nowNs(), "");
    }
  }
}
