package org.orbweaver.governance.state;

import java.time.Instant;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.merkle.Hash;

/**
 * What is known of an entry whose signature and role are right, while it is applied.
 *
 * @param now the ledger's time: that of this entry, or of a later one before it
 * @param signed when it was signed, which may be a little before
 */
record Step(Board board, long index, Hash leaf, Instant now, Instant signed, Member by) {
  Settings settings() {
    return board.settings();
  }

  String actor() {
    return by.person().id();
  }
}
