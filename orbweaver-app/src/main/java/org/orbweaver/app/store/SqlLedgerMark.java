package org.orbweaver.app.store;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.accounts.LedgerMark;
import org.orbweaver.governance.accounts.RefusedException;

/** Which ledger the store follows, in a table of one row. */
record SqlLedgerMark(Handle handle) implements LedgerMark {
  @Override
  public @Nullable Mark get() {
    return handle
        .createQuery("SELECT origin, size FROM ledger_mark")
        .map((row, context) -> new Mark(row.getString(1), row.getLong(2)))
        .findOne()
        .orElse(null);
  }

  @Override
  public void set(Mark mark) {
    Mark now = get();
    if (now != null && !now.origin().equals(mark.origin())) {
      throw new RefusedException(
          "this store follows the ledger " + now.origin() + ", not " + mark.origin());
    }
    if (now != null && now.size() > mark.size()) {
      throw new RefusedException(
          "this store has followed the ledger to its entry "
              + now.size()
              + "; this copy has only "
              + mark.size());
    }
    Table.bound(
            handle.createUpdate(
                "INSERT INTO ledger_mark (only_one, origin, size) VALUES (1, ?, ?)"
                    + " ON CONFLICT (only_one) DO UPDATE SET size = excluded.size"),
            mark.origin(),
            mark.size())
        .execute();
  }
}
