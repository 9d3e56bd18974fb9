package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.governance.accounts.FundingTerms;
import org.orbweaver.governance.accounts.LedgerMark.Mark;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.rebuild.Difference;
import org.orbweaver.governance.rebuild.Rebuild;
import org.orbweaver.governance.state.Board;
import org.orbweaver.governance.state.GovernanceState;

/** Makes a store say what its ledger says. */
final class Follow {
  private Follow() {}

  /**
   * Carries over what is decided, with the ladder's lengths and how far the ledger goes.
   *
   * @return what the ledger alone cannot mend
   */
  static List<Difference> carryOver(GovernanceState state, Records records) {
    records.ledger().set(new Mark(state.origin(), state.size()));
    Board board = state.board();
    if (board != null) {
      FundingTerms terms = board.settings().funding().terms();
      if (!terms.equals(records.terms())) {
        records.setTerms(terms);
      }
    }
    return Rebuild.carryOver(state.services(), records);
  }
}
