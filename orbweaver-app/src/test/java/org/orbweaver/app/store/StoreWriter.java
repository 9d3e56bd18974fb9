package org.orbweaver.app.store;

import java.nio.file.Path;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.governance.accounts.Account;
import org.orbweaver.governance.accounts.Address;
import org.orbweaver.governance.accounts.Payer;

/** A program that writes as fast as it can and says what was acknowledged, until it is killed. */
final class StoreWriter {
  private StoreWriter() {}

  /** Arguments: the file, and how many transactions. */
  public static void main(String[] args) {
    try (SqlStore store = SqlStore.inFile(Path.of(args[0]))) {
      System.out.println("open");
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        System.out.println(three(store));
      }
    } catch (StoreException e) {
      System.out.println("refused: " + e.message());
    }
  }

  /** An account, its address and a payer of the same number, all or none. */
  static String three(SqlStore store) {
    return store.write(records -> {
      String number = records.newNumber("ACC");
      records.accounts().add(new Account(number, "x".repeat(100), "KE", 1));
      records.payers().add(new Payer(number, "y".repeat(100), 1, null));
      records
          .addresses()
          .add(new Address(number, number, new GeodeticPoint(0, 0, 0), java.util.List.of(), "KE"));
      return number;
    });
  }
}
