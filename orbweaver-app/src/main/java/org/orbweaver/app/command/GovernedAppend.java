package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.office.Office;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.state.GovernanceState;
import org.orbweaver.governance.state.Member;

/** The office of a ledger on this machine. */
final class GovernedAppend {
  private GovernedAppend() {}

  /** Opens it; the clerk is a key of a program of the ledger, or null. */
  static Office open(DurableLog log, TrustPolicy trust, @Nullable Path clerk) throws IOException {
    Office office = Office.open(log, trust, null);
    return clerk == null ? office : office.with(clerk(office.state(), LedgerInputs.key(clerk)));
  }

  private static Office.Clerk clerk(GovernanceState state, SignerKey key) {
    if (state.board() != null) {
      for (Member member : state.board().members().values()) {
        if (member.active()
            && member.person().isSoftware()
            && member.person().key().equals(key.verifier())) {
          return new Office.Clerk(member.person().id(), key);
        }
      }
    }
    throw Failure.badInput("--clerk: no program of this ledger has this key", null);
  }
}
