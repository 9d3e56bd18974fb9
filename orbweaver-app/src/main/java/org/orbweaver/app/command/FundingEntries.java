package org.orbweaver.app.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.Funding;
import org.orbweaver.governance.accounts.FundingChange;
import org.orbweaver.governance.accounts.FundingDesk;
import org.orbweaver.governance.accounts.FundingNotice;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.preview.ImpactPreview;

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

  /** Notices that go out: the ledger has those after which something can be taken away. */
  static Deed notices(List<FundingNotice> notices, long nowNs) {
    List<Function<Header, Entry>> entries = new ArrayList<>();
    for (FundingNotice notice : notices) {
      FundingState next = notice.next();
      if (next != null) {
        Hash text = ImpactPreview.sha256(notice.text().getBytes(StandardCharsets.UTF_8));
        entries.add(
            header -> new LineEntry.Noticed(header, notice.line(), next, notice.daysAhead(), text));
      }
    }
    return new Deed(
        entries, records -> notices.forEach(notice -> records.notices().send(notice, nowNs)));
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
