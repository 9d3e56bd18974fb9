package org.orbweaver.app.command;

import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.accounts.Donation;
import org.orbweaver.governance.accounts.DonationCount;
import org.orbweaver.governance.accounts.LocationReview;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.accounts.TerminalState;

/** Terminals and what belongs to them as rows. */
final class TerminalRows {
  static final Sheet TERMINALS =
      new Sheet(
          "orbweaver.terminal/1",
          Column.text("terminal", "its id"),
          Column.text("kit_serial", "on the box"),
          Column.text("dish_serial", "on the dish"),
          Column.text("state", "made, donated, assigned, lost, found or retired"),
          Column.text("since", "UTC"),
          Column.text("line", "that it is on, or was lost from"),
          Column.text("donation", "that it came with"));

  static final Sheet DONATIONS =
      new Sheet(
          "orbweaver.terminal.donation/1",
          Column.text("donation", "its id"),
          Column.text("donor", "who gave"),
          Column.text("purpose", "class of lines that they are meant for"),
          Column.text("given", "UTC"),
          Column.number("pledged", "terminals promised"),
          Column.number("came", "terminals that came"),
          Column.number("in_stock", "of those, not with anybody"),
          Column.number("assigned", "of those, on a line"),
          Column.number("lost", "of those, nobody knows where"),
          Column.number("found", "of those, come back to light"),
          Column.number("retired", "of those, out of use"),
          Column.text("promise", "what the donor was told"));

  static final Sheet REVIEWS =
      new Sheet(
          "orbweaver.terminal.review/1",
          Column.text("review", "its id"),
          Column.text("terminal", "which"),
          Column.text("opened", "UTC"),
          Column.number("latitude_deg", "where it was seen, north positive"),
          Column.number("longitude_deg", "where it was seen, east positive"),
          Column.number("beyond_km", "how far beyond what it is allowed"),
          Column.text("outcome", "open, explained, moved or unexplained"),
          Column.text("note", "in the reviewer's words"));

  static final Sheet AUTHORISATIONS =
      new Sheet(
          "orbweaver.terminal.authorisation/1",
          Column.text("authorisation", "its id"),
          Column.text("terminal", "whose"),
          Column.text("grant", "allow, or exempt for safety"),
          Column.text("from", "UTC"),
          Column.text("until", "UTC; empty where no end is set"),
          Column.text("revoked", "UTC; empty where it was not"),
          Column.flag("holds", "whether it holds now"),
          Column.text("basis", "what it rests on"));

  private TerminalRows() {}

  static void write(RowWriter rows, Terminal terminal) {
    rows.text(terminal.id())
        .text(terminal.kitSerial())
        .text(terminal.dishSerial())
        .text(terminal.state().toString())
        .text(Utc.format(terminal.sinceNs()))
        .text(terminal.line())
        .text(terminal.donation())
        .endRow();
  }

  static void write(RowWriter rows, Donation donation, DonationCount count) {
    rows.text(donation.id())
        .text(donation.donor())
        .text(StoreCommand.word(donation.purpose()))
        .text(Utc.format(donation.atNs()))
        .number(count.pledged())
        .number(count.came())
        .number(in(count, TerminalState.MADE) + in(count, TerminalState.DONATED))
        .number(in(count, TerminalState.ASSIGNED))
        .number(in(count, TerminalState.LOST))
        .number(in(count, TerminalState.FOUND))
        .number(in(count, TerminalState.RETIRED))
        .text(donation.promise())
        .endRow();
  }

  private static int in(DonationCount count, TerminalState state) {
    return count.in().getOrDefault(state, 0);
  }

  static void write(RowWriter rows, LocationReview review) {
    rows.text(review.id())
        .text(review.terminal())
        .text(Utc.format(review.openedNs()))
        .number(Math.toDegrees(review.at().latRad()), 6)
        .number(Math.toDegrees(review.at().lonRad()), 6)
        .number(review.beyondM() / 1000, 3)
        .text(StoreCommand.word(review.outcome()))
        .text(review.note())
        .endRow();
  }

  static void write(RowWriter rows, Authorisation right, long nowNs) {
    rows.text(right.id())
        .text(right.terminal())
        .text(StoreCommand.word(right.grant()))
        .text(Utc.format(right.fromNs()))
        .text(LineRows.time(right.untilNs()))
        .text(LineRows.time(right.revokedNs()))
        .flag(right.holdsAt(nowNs))
        .text(right.basis())
        .endRow();
  }
}
