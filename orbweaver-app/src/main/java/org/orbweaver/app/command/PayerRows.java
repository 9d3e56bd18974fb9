package org.orbweaver.app.command;

import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.Contract;
import org.orbweaver.governance.accounts.FundingChange;
import org.orbweaver.governance.accounts.Payer;

/** Payers, contracts and changes of funding as rows. */
final class PayerRows {
  static final Sheet PAYERS =
      new Sheet(
          "orbweaver.payer/1",
          Column.text("payer", "their id"),
          Column.text("name", "of a person or organisation"),
          Column.text("since", "UTC"),
          Column.text("leaves", "UTC; empty where they stay"));

  static final Sheet CONTRACTS =
      new Sheet(
          "orbweaver.payer.contract/1",
          Column.text("contract", "its id"),
          Column.text("payer", "whose word it is"),
          Column.text("line", "what for"),
          Column.text("from", "UTC"),
          Column.text("until", "UTC; empty where no end is set"),
          Column.text("price", "in a month"),
          Column.text("currency", "ISO 4217"));

  static final Sheet CHANGES =
      new Sheet(
          "orbweaver.payer.change/1",
          Column.text("line", "its number"),
          Column.text("class", "whom it serves"),
          Column.text("from", "where it stood"),
          Column.text("to", "where it stands then"),
          Column.text("payer", "who pays then, or paid last"),
          Column.text("successor", "who is named to pay next"),
          Column.text("at", "UTC"),
          Column.text("reason", "why"));

  private PayerRows() {}

  static void write(RowWriter rows, Payer payer) {
    rows.text(payer.id())
        .text(payer.name())
        .text(Utc.format(payer.sinceNs()))
        .text(LineRows.time(payer.leavesNs()))
        .endRow();
  }

  static void write(RowWriter rows, Contract contract) {
    rows.text(contract.id())
        .text(contract.payer())
        .text(contract.line())
        .text(Utc.format(contract.fromNs()))
        .text(LineRows.time(contract.untilNs()))
        .text(contract.perMonth().amount())
        .text(contract.perMonth().currency())
        .endRow();
  }

  static void write(RowWriter rows, FundingChange change) {
    rows.text(change.line())
        .text(StoreCommand.word(change.serviceClass()))
        .text(change.from().state().toString())
        .text(change.to().state().toString())
        .text(change.to().payer())
        .text(change.to().successor())
        .text(Utc.format(change.to().sinceNs()))
        .text(change.reason())
        .endRow();
  }
}
