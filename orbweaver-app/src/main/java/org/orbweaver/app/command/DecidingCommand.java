package org.orbweaver.app.command;

import java.util.function.Function;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Records;
import picocli.CommandLine.Mixin;

/**
 * A command that changes what a governed network decides: there the entry is in the ledger before
 * anything happens.
 */
abstract class DecidingCommand extends StoreCommand {
  @Mixin LedgerOptions ledger = new LedgerOptions();

  DecidingCommand(Surroundings surroundings, Sheet sheet) {
    super(surroundings, sheet);
  }

  /** Works out a deed from the records and does it, all or nothing. */
  void decide(SqlStore store, Function<Records, Deed> work) {
    ledger.decide(store, surroundings.clock().instant(), work);
  }
}
