package org.orbweaver.governance.ledger.store;

import java.util.List;
import org.orbweaver.governance.ledger.RightEdge;
import org.orbweaver.governance.signing.SignedNote;

/**
 * A ledger at one size.
 *
 * @param edge never changed, only copied
 * @param bundle entries of the bundle that is not full; never changed
 * @param note the checkpoint
 */
record LogState(RightEdge edge, List<byte[]> bundle, SignedNote note) {
  LogState {
    bundle = List.copyOf(bundle);
  }
}
