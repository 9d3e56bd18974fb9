package org.orbweaver.app.command;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.Funding;
import org.orbweaver.governance.accounts.FundingChange;
import org.orbweaver.governance.accounts.FundingDesk;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.LineEntry;

/** Changes of funding as deeds: what the ledger is told, and what the store keeps. */
final class FundingEntries {
  private FundingEntries() {}

  static Deed deed(List<FundingChange> changes) {
    return new Deed(
        changes.stream().map(FundingEntries::entry).toList(),
        records -> {
          FundingDesk desk = new FundingDesk(records);
          changes.forEach(desk::apply);
        });
  }

  private static Function<Header, Entry> entry(FundingChange change) {
    Funding from = change.from();
    Funding to = change.to();
    boolean onlyNamed =
        from.sinceNs() == to.sinceNs()
            && from.state() == to.state()
            && Objects.equals(from.payer(), to.payer());
    return header ->
        onlyNamed
            ? new LineEntry.SuccessorNamed(header, change.line(), to.successor(), change.reason())
            : new LineEntry.FundingChanged(
                header,
                change.line(),
                to.state(),
                to.payer(),
                to.paidUntilNs() == 0 ? null : Utc.toInstant(to.paidUntilNs()),
                change.decision(),
                change.reason());
  }
}
