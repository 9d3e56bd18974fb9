package org.orbweaver.governance.ledger.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * What must hold for the entries of a ledger together, in their order. Entries are read by several
 * threads, then accepted one after the other, and then what was left open is settled.
 *
 * @param <T> an entry that was read
 */
public interface OrderedCheck<T> {
  /** Anything may follow anything. */
  OrderedCheck<Boolean> ANY =
      new OrderedCheck<>() {
        @Override
        public long size() {
          return -1;
        }

        @Override
        public void reset() {}

        @Override
        public Boolean read(byte[] entry) {
          return true;
        }

        @Override
        public @Nullable String accept(long index, Boolean entry, boolean vouched) {
          return null;
        }

        @Override
        public @Nullable Wrong settle() {
          return null;
        }
      };

  /** An entry that should not stand where it stands. */
  record Wrong(long index, String what) {}

  /** Which keys sign checkpoints, by what the entries accepted so far say. */
  interface LogKeyRule {
    /** Which of the keys signs a checkpoint of this size. */
    VerifierKey at(long size);

    /**
     * Keys that somebody who believes one of them may believe too.
     *
     * @param believed the one
     * @param verified entries that are known to be the ledger's
     */
    List<VerifierKey> following(VerifierKey believed, long verified);
  }

  /** What the entries accepted so far say of the log's keys, or null where they say nothing. */
  default @Nullable LogKeyRule logKeys() {
    return null;
  }

  /** How many entries it has accepted since the beginning; -1 where it does not ask. */
  long size();

  /** Forgets all entries. */
  void reset();

  /** What can be said of an entry by itself; asked by several threads at once. */
  T read(byte[] entry);

  /**
   * Takes the next entry.
   *
   * @param vouched whether an earlier audit has found it right, so that signatures need not be
   *     verified again
   * @return what is wrong with it, or null; after something was wrong it is asked no more
   */
  @Nullable String accept(long index, T entry, boolean vouched);

  /** Decides what {@link #accept} left open; the first entry that is wrong, or null. */
  @Nullable Wrong settle();
}
