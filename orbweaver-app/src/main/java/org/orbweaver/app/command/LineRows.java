package org.orbweaver.app.command;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.FundingDesk;
import org.orbweaver.governance.accounts.FundingLadder;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.ServiceLine;
import org.orbweaver.governance.accounts.ServicePlan;

/** Lines and plans as rows. */
final class LineRows {
  static final Sheet PLANS =
      new Sheet(
          "orbweaver.line.plan/1",
          Column.text("plan", "the product's reference"),
          Column.text("name", "for people"),
          Column.text("price", "of a line in a month"),
          Column.text("currency", "ISO 4217"),
          Column.number("most_terminals", "on one line"),
          Column.number("down_mbps", "towards the terminal"),
          Column.number("up_mbps", "from the terminal"),
          Column.number("priority_gb", "in a billing cycle; 0 for none"));

  static final Sheet LINES =
      new Sheet(
          "orbweaver.line/1",
          Column.text("line", "its number"),
          Column.text("account", "whose it is"),
          Column.text("address", "where it is used"),
          Column.text("plan", "what was ordered"),
          Column.text("class", "emergency, hospital, relief, government or consumer"),
          Column.text("nickname", "for people"),
          Column.text("start", "UTC"),
          Column.text("end", "UTC; empty where none is set"),
          Column.text("funding", "funded, at-risk, grace, limited or paused"),
          Column.text("funding_since", "UTC"),
          Column.text("payer", "who pays or paid last"),
          Column.text("successor", "who is named to pay next"),
          Column.text("next", "the next step down, if nobody pays"),
          Column.text("next_at", "when it comes at the earliest, UTC; empty before its notice"));

  /** A line and what comes next for it. */
  record Row(ServiceLine line, FundingLadder.@Nullable Step next, @Nullable Long nextNs) {}

  private LineRows() {}

  /** Lines with what comes next, by number. */
  static List<Row> of(Records records, Predicate<ServiceLine> wanted) {
    FundingDesk desk = new FundingDesk(records);
    return records.lines().all().stream()
        .filter(wanted)
        .map(line -> new Row(line, desk.next(line), desk.nextNs(line)))
        .toList();
  }

  static void write(RowWriter rows, Row row) {
    ServiceLine line = row.line();
    FundingLadder.Step next = row.next();
    rows.text(line.number())
        .text(line.account())
        .text(line.address())
        .text(line.plan())
        .text(StoreCommand.word(line.serviceClass()))
        .text(line.nickname())
        .text(Utc.format(line.startNs()))
        .text(time(line.endNs()))
        .text(line.funding().state().toString())
        .text(Utc.format(line.funding().sinceNs()))
        .text(line.funding().payer())
        .text(line.funding().successor())
        .text(next == null ? null : next.to().toString())
        .text(time(row.nextNs()))
        .endRow();
  }

  static void write(RowWriter rows, ServicePlan plan) {
    rows.text(plan.id())
        .text(plan.name())
        .text(plan.perMonth().amount())
        .text(plan.perMonth().currency())
        .number(plan.mostTerminals())
        .number(plan.downBps() / 1e6, 3)
        .number(plan.upBps() / 1e6, 3)
        .number(plan.priorityBytes() / 1e9, 3)
        .endRow();
  }

  /** UTC, or null where there is none. */
  static @Nullable String time(@Nullable Long ns) {
    return ns == null ? null : Utc.format(ns);
  }
}
