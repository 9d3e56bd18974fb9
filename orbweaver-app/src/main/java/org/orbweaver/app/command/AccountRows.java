package org.orbweaver.app.command;

import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.Account;
import org.orbweaver.governance.accounts.Address;

/** Accounts and addresses as rows. */
final class AccountRows {
  static final Sheet ACCOUNTS =
      new Sheet(
          "orbweaver.account/1",
          Column.text("account", "its number"),
          Column.text("name", "of a person or organisation"),
          Column.text("region", "country, ISO 3166-1 alpha-2"),
          Column.text("opened", "UTC"));

  static final Sheet ADDRESSES =
      new Sheet(
          "orbweaver.account.address/1",
          Column.text("address", "its id"),
          Column.text("account", "whose it is"),
          Column.number("latitude_deg", "north positive"),
          Column.number("longitude_deg", "east positive"),
          Column.number("altitude_m", "above the ellipsoid"),
          Column.text("formatted_address", "as on a letter"),
          Column.text("region", "country, ISO 3166-1 alpha-2"));

  private AccountRows() {}

  static void write(RowWriter rows, Account account) {
    rows.text(account.number())
        .text(account.name())
        .text(account.regionCode())
        .text(Utc.format(account.openedNs()))
        .endRow();
  }

  static void write(RowWriter rows, Address address) {
    rows.text(address.id())
        .text(address.account())
        .number(Math.toDegrees(address.position().latRad()), 6)
        .number(Math.toDegrees(address.position().lonRad()), 6)
        .number(address.position().altM(), 1)
        .text(address.formatted())
        .text(address.regionCode())
        .endRow();
  }
}
