package org.orbweaver.governance.accounts;

import org.jspecify.annotations.Nullable;

/** Which ledger a store follows, and how far. */
public interface LedgerMark {
  /**
   * A place in a ledger.
   *
   * @param origin the ledger's
   * @param size how many of its entries have been carried over
   */
  record Mark(String origin, long size) {}

  /** The place, or null where the store follows no ledger. */
  @Nullable Mark get();

  /**
   * Moves on.
   *
   * @throws RefusedException where the store follows another ledger, or is further
   */
  void set(Mark mark);
}
