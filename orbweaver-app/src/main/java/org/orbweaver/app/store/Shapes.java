package org.orbweaver.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.store.Table.Reader;
import org.orbweaver.app.store.Table.Shape;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.Account;
import org.orbweaver.governance.accounts.Address;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.accounts.Contract;
import org.orbweaver.governance.accounts.Donation;
import org.orbweaver.governance.accounts.Funding;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.accounts.LocationReview;
import org.orbweaver.governance.accounts.Money;
import org.orbweaver.governance.accounts.Payer;
import org.orbweaver.governance.accounts.Seal;
import org.orbweaver.governance.accounts.ServiceLine;
import org.orbweaver.governance.accounts.ServicePlan;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.accounts.TerminalState;

/** Each kind of record and its table. */
final class Shapes {
  static final Shape<Account> ACCOUNTS =
      shape(
          "accounts",
          "an account",
          "number name region opened_ns",
          "region",
          a -> row(a.number(), a.name(), a.regionCode(), a.openedNs()),
          r -> new Account(r.getString(1), r.getString(2), r.getString(3), r.getLong(4)));

  static final Shape<Address> ADDRESSES =
      shape(
          "addresses",
          "an address",
          "id account lat_rad lon_rad alt_m lines region",
          "account",
          a ->
              row(
                  a.id(),
                  a.account(),
                  a.position().latRad(),
                  a.position().lonRad(),
                  a.position().altM(),
                  String.join("\n", a.lines()),
                  a.regionCode()),
          r ->
              new Address(
                  r.getString(1),
                  r.getString(2),
                  point(r, 3),
                  r.getString(6).lines().toList(),
                  r.getString(7)));

  static final Shape<ServicePlan> PLANS =
      shape(
          "plans",
          "a plan",
          "id name minor currency most_terminals down_bps up_bps priority_bytes",
          "currency",
          p ->
              row(
                  p.id(),
                  p.name(),
                  p.perMonth().minor(),
                  p.perMonth().currency(),
                  p.mostTerminals(),
                  p.downBps(),
                  p.upBps(),
                  p.priorityBytes()),
          r ->
              new ServicePlan(
                  r.getString(1),
                  r.getString(2),
                  new Money(r.getLong(3), r.getString(4)),
                  r.getInt(5),
                  r.getLong(6),
                  r.getLong(7),
                  r.getLong(8)));

  static final Shape<Payer> PAYERS =
      shape(
          "payers",
          "a payer",
          "id name since_ns leaves_ns",
          "name",
          p -> row(p.id(), p.name(), p.sinceNs(), p.leavesNs()),
          r -> new Payer(r.getString(1), r.getString(2), r.getLong(3), maybe(r, 4)));

  static final Shape<ServiceLine> LINES =
      shape(
          "lines",
          "a line",
          "number account address plan service_class nickname start_ns end_ns"
              + " funding funding_since_ns payer successor paid_until_ns",
          "account",
          l ->
              row(
                  l.number(),
                  l.account(),
                  l.address(),
                  l.plan(),
                  l.serviceClass().name(),
                  l.nickname(),
                  l.startNs(),
                  l.endNs(),
                  l.funding().state().name(),
                  l.funding().sinceNs(),
                  l.funding().payer(),
                  l.funding().successor(),
                  l.funding().paidUntilNs()),
          r ->
              new ServiceLine(
                  r.getString(1),
                  r.getString(2),
                  r.getString(3),
                  r.getString(4),
                  ServiceClass.valueOf(r.getString(5)),
                  r.getString(6),
                  r.getLong(7),
                  maybe(r, 8),
                  new Funding(
                      FundingState.valueOf(r.getString(9)),
                      r.getLong(10),
                      r.getString(11),
                      r.getString(12),
                      r.getLong(13))));

  static final Shape<Contract> CONTRACTS =
      shape(
          "contracts",
          "a contract",
          "id payer line from_ns until_ns minor currency",
          "line",
          c ->
              row(
                  c.id(),
                  c.payer(),
                  c.line(),
                  c.fromNs(),
                  c.untilNs(),
                  c.perMonth().minor(),
                  c.perMonth().currency()),
          r ->
              new Contract(
                  r.getString(1),
                  r.getString(2),
                  r.getString(3),
                  r.getLong(4),
                  maybe(r, 5),
                  new Money(r.getLong(6), r.getString(7))));

  static final Shape<Donation> DONATIONS =
      shape(
          "donations",
          "a donation",
          "id donor purpose pledged at_ns promise",
          "donor",
          d -> row(d.id(), d.donor(), d.purpose().name(), d.pledged(), d.atNs(), d.promise()),
          r ->
              new Donation(
                  r.getString(1),
                  r.getString(2),
                  ServiceClass.valueOf(r.getString(3)),
                  r.getInt(4),
                  r.getLong(5),
                  r.getString(6)));

  static final Shape<Terminal> TERMINALS =
      shape(
          "terminals",
          "a terminal",
          "id kit_serial dish_serial state since_ns line donation",
          "line",
          t ->
              row(
                  t.id(),
                  t.kitSerial(),
                  t.dishSerial(),
                  t.state().name(),
                  t.sinceNs(),
                  t.line(),
                  t.donation()),
          r ->
              new Terminal(
                  r.getString(1),
                  r.getString(2),
                  r.getString(3),
                  TerminalState.valueOf(r.getString(4)),
                  r.getLong(5),
                  r.getString(6),
                  r.getString(7)));

  static final Shape<Authorisation> AUTHORISATIONS =
      shape(
          "authorisations",
          "an authorisation",
          "id terminal kind from_ns until_ns basis revoked_ns",
          "terminal",
          a ->
              row(
                  a.id(),
                  a.terminal(),
                  a.grant().name(),
                  a.fromNs(),
                  a.untilNs(),
                  a.basis(),
                  a.revokedNs()),
          r ->
              new Authorisation(
                  r.getString(1),
                  r.getString(2),
                  Authorisation.Grant.valueOf(r.getString(3)),
                  r.getLong(4),
                  maybe(r, 5),
                  r.getString(6),
                  maybe(r, 7)));

  static final Shape<LocationReview> REVIEWS =
      shape(
          "reviews",
          "a review",
          "id terminal lat_rad lon_rad alt_m beyond_m opened_ns outcome note",
          "terminal",
          v ->
              row(
                  v.id(),
                  v.terminal(),
                  v.at().latRad(),
                  v.at().lonRad(),
                  v.at().altM(),
                  v.beyondM(),
                  v.openedNs(),
                  v.outcome().name(),
                  v.note()),
          r ->
              new LocationReview(
                  r.getString(1),
                  r.getString(2),
                  point(r, 3),
                  r.getDouble(6),
                  r.getLong(7),
                  LocationReview.Outcome.valueOf(r.getString(8)),
                  r.getString(9)));

  static final Shape<Seal> SEALS =
      shape(
          "seals",
          "a seal",
          "subject content_class reveal salt content",
          "content_class",
          s -> row(s.subject(), s.contentClass(), s.reveal().toString(), s.salt(), s.content()),
          r ->
              new Seal(
                  r.getString(1),
                  r.getString(2),
                  LocalDate.parse(r.getString(3)),
                  r.getString(4),
                  r.getString(5)));

  private Shapes() {}

  static <T> Shape<T> shape(
      String name,
      String what,
      String columns,
      String owner,
      java.util.function.Function<T, @Nullable Object[]> values,
      Reader<T> reader) {
    return new Shape<>(name, what, List.of(columns.split(" ")), owner, values, reader);
  }

  static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  /** A number that may be absent. */
  static @Nullable Long maybe(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static GeodeticPoint point(ResultSet row, int first) throws SQLException {
    return new GeodeticPoint(
        row.getDouble(first), row.getDouble(first + 1), row.getDouble(first + 2));
  }
}
