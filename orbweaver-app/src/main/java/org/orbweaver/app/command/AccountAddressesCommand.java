package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code orbweaver account addresses}. */
@Command(
    name = "addresses",
    description = "List addresses, all or those of an account.",
    footer = {"", "Examples:", "  orbweaver account addresses ACC-0001"})
final class AccountAddressesCommand extends StoreCommand {
  @Parameters(paramLabel = "ACCOUNT", arity = "0..1", description = "Number of the account.")
  @Nullable String account;

  AccountAddressesCommand(Surroundings surroundings) {
    super(surroundings, AccountRows.ADDRESSES);
  }

  @Override
  int run(SqlStore store) {
    List<Address> found =
        store.read(records ->
            account == null
                ? records.addresses().all()
                : records.addresses().of(records.accounts().get(account).number()));
    return rows(rows -> found.forEach(address -> AccountRows.write(rows, address)));
  }
}
