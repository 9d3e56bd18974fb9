package org.orbweaver.governance.accounts;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ServiceClass;

/**
 * A line's step up or down the ladder, or a new payer or successor on the same rung.
 *
 * @param line its number
 * @param serviceClass whom it serves
 * @param from where it stood
 * @param to where it stands then
 * @param reason in someone's words
 * @param decision the restrict decision that lets an essential line be paused; null where none is
 *     needed
 */
public record FundingChange(
    String line,
    ServiceClass serviceClass,
    Funding from,
    Funding to,
    String reason,
    @Nullable String decision) {
  public FundingChange {
    Checks.text("a reason", reason);
  }

  /** Why it is not allowed, or null where it is. A new successor alone is always allowed. */
  public @Nullable String refusal(FundingTerms terms) {
    boolean sameStay = from.state() == to.state() && from.sinceNs() == to.sinceNs();
    return sameStay
        ? null
        : FundingLadder.refusal(
            from, to.state(), to.sinceNs(), serviceClass.isEssential(), decision != null, terms);
  }
}
