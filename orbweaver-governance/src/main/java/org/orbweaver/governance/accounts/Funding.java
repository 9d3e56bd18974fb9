package org.orbweaver.governance.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Where a line stands on the ladder.
 *
 * @param state the rung
 * @param sinceNs when it came there, UTC, since the Unix epoch
 * @param payer who pays or paid last; null where nobody ever did
 * @param successor who is named to pay when the payer leaves; null where nobody is
 * @param paidUntilNs until when a payer who leaves still pays, UTC; 0 where nobody does
 */
public record Funding(
    FundingState state,
    long sinceNs,
    @Nullable String payer,
    @Nullable String successor,
    long paidUntilNs) {
  public Funding {
    if (state == FundingState.FUNDED && payer == null) {
      throw new RefusedException("a funded line has a payer");
    }
    if (successor != null && successor.equals(payer)) {
      throw new RefusedException("nobody can succeed themselves: " + successor);
    }
  }

  /** A line that somebody pays from now on. */
  public static Funding by(String payer, long sinceNs) {
    return new Funding(FundingState.FUNDED, sinceNs, payer, null, 0);
  }

  /** A new line without a payer. Its holder has the ladder's time to find one. */
  public static Funding none(long sinceNs) {
    return new Funding(FundingState.AT_RISK, sinceNs, null, null, 0);
  }
}
