package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.governance.accounts.Account;
import org.orbweaver.governance.accounts.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver account address}. */
@Command(
    name = "address",
    description = "Add an address to an account.",
    footer = {
      "",
      "Examples:",
      "  orbweaver account address ACC-0001 --at=-0.0917,34.7680 --text \"Lake road 1, Kisumu\""
    })
final class AccountAddressCommand extends StoreCommand {
  @Parameters(paramLabel = "ACCOUNT", description = "Number of the account.")
  String account = "";

  @Option(
      names = "--at",
      paramLabel = "LAT,LON",
      required = true,
      description = "Latitude and longitude in degrees; a height in metres may follow.")
  String at = "";

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "As on a letter, lines separated by commas.")
  @Nullable String text;

  @Option(
      names = "--region",
      paramLabel = "COUNTRY",
      description = "Country it lies in; the account's by default.")
  @Nullable String region;

  AccountAddressCommand(Surroundings surroundings) {
    super(surroundings, AccountRows.ADDRESSES);
  }

  @Override
  int run(SqlStore store) {
    GeodeticPoint position = Positions.read(at);
    List<String> lines = text == null ? List.of() : List.of(text.split("\\s*,\\s*"));
    Address made =
        store.write(records -> {
          Account of = records.accounts().get(account);
          Address address =
              new Address(
                  records.newNumber("ADR"),
                  of.number(),
                  position,
                  lines,
                  region == null ? of.regionCode() : region);
          records.addresses().add(address);
          return address;
        });
    return rows(rows -> AccountRows.write(rows, made));
  }
}
