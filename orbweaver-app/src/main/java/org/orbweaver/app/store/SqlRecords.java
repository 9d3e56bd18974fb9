package org.orbweaver.app.store;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.orbweaver.governance.accounts.Account;
import org.orbweaver.governance.accounts.Address;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.accounts.Contract;
import org.orbweaver.governance.accounts.Donation;
import org.orbweaver.governance.accounts.FundingTerms;
import org.orbweaver.governance.accounts.LedgerMark;
import org.orbweaver.governance.accounts.LocationReview;
import org.orbweaver.governance.accounts.Notices;
import org.orbweaver.governance.accounts.Payer;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.Repository;
import org.orbweaver.governance.accounts.Seal;
import org.orbweaver.governance.accounts.ServiceLine;
import org.orbweaver.governance.accounts.ServicePlan;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.accounts.TerminalEvents;
import org.orbweaver.governance.accounts.Usage;

/** All records within one transaction. */
record SqlRecords(Handle handle) implements Records {
  private static final Pattern GIVEN = Pattern.compile("([A-Z]+)-([0-9]{4,15})");

  @Override
  public String newNumber(String prefix) {
    long number =
        handle
            .createQuery(
                "INSERT INTO counters (prefix, given) VALUES (?, 1)"
                    + " ON CONFLICT (prefix) DO UPDATE SET given = counters.given + 1"
                    + " RETURNING given")
            .bind(0, prefix)
            .mapTo(Long.class)
            .one();
    return String.format(Locale.ROOT, "%s-%04d", prefix, number);
  }

  @Override
  public void numberTaken(String number) {
    Matcher matcher = GIVEN.matcher(number);
    if (matcher.matches()) {
      Table.bound(
              handle.createUpdate(
                  "INSERT INTO counters (prefix, given) VALUES (?, ?)"
                      + " ON CONFLICT (prefix) DO UPDATE SET given = excluded.given"
                      + " WHERE counters.given < excluded.given"),
              matcher.group(1),
              Long.parseLong(matcher.group(2)))
          .execute();
    }
  }

  @Override
  public FundingTerms terms() {
    FundingTerms usual = FundingTerms.DEFAULT;
    return handle
        .createQuery("SELECT at_risk_ns, grace_ns, limited_ns, least_notice_ns FROM funding_terms")
        .map((row, context) ->
            new FundingTerms(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                usual.limitedBps(),
                usual.noticeDays(),
                row.getLong(4)))
        .findOne()
        .orElse(usual);
  }

  @Override
  public void setTerms(FundingTerms terms) {
    Table.bound(
            handle.createUpdate(
                "INSERT INTO funding_terms (only_one, at_risk_ns, grace_ns, limited_ns,"
                    + " least_notice_ns) VALUES (1, ?, ?, ?, ?) ON CONFLICT (only_one) DO UPDATE"
                    + " SET at_risk_ns = excluded.at_risk_ns, grace_ns = excluded.grace_ns,"
                    + " limited_ns = excluded.limited_ns, least_notice_ns ="
                    + " excluded.least_notice_ns"),
            terms.atRiskNs(),
            terms.graceNs(),
            terms.limitedNs(),
            terms.leastNoticeNs())
        .execute();
  }

  @Override
  public Repository<Account> accounts() {
    return new Table<>(handle, Shapes.ACCOUNTS);
  }

  @Override
  public Repository<Address> addresses() {
    return new Table<>(handle, Shapes.ADDRESSES);
  }

  @Override
  public Repository<ServicePlan> plans() {
    return new Table<>(handle, Shapes.PLANS);
  }

  @Override
  public Repository<ServiceLine> lines() {
    return new Table<>(handle, Shapes.LINES);
  }

  @Override
  public Repository<Payer> payers() {
    return new Table<>(handle, Shapes.PAYERS);
  }

  @Override
  public Repository<Contract> contracts() {
    return new Table<>(handle, Shapes.CONTRACTS);
  }

  @Override
  public Repository<Terminal> terminals() {
    return new Table<>(handle, Shapes.TERMINALS);
  }

  @Override
  public Repository<Donation> donations() {
    return new Table<>(handle, Shapes.DONATIONS);
  }

  @Override
  public Repository<LocationReview> reviews() {
    return new Table<>(handle, Shapes.REVIEWS);
  }

  @Override
  public Repository<AllowList> allowLists() {
    return new Table<>(handle, AllowListShape.ALLOW_LISTS);
  }

  @Override
  public Repository<Authorisation> authorisations() {
    return new Table<>(handle, Shapes.AUTHORISATIONS);
  }

  @Override
  public Repository<Seal> seals() {
    return new Table<>(handle, Shapes.SEALS);
  }

  @Override
  public TerminalEvents terminalEvents() {
    return new SqlTerminalEvents(handle);
  }

  @Override
  public Notices notices() {
    return new SqlNotices(handle);
  }

  @Override
  public Usage usage() {
    return new SqlUsage(handle);
  }

  @Override
  public LedgerMark ledger() {
    return new SqlLedgerMark(handle);
  }
}
