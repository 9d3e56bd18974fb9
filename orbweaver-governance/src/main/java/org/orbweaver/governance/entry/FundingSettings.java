package org.orbweaver.governance.entry;

import org.orbweaver.governance.accounts.FundingTerms;

/**
 * The funding ladder's times.
 *
 * @param atRiskDays from the first notice until the grace begins
 * @param graceDays full service without a payer
 * @param limitedDays limited service at least, before a line is paused
 * @param noticeDays between a notice that stands in the ledger and the step that it warns of, where
 *     that step takes something away
 */
public record FundingSettings(int atRiskDays, int graceDays, int limitedDays, int noticeDays) {
  private static final int LONGEST_DAYS = 100_000;

  /** The ladder's terms; what the settings do not say is as usual. */
  public FundingTerms terms() {
    FundingTerms usual = FundingTerms.DEFAULT;
    return new FundingTerms(
        daysNs(atRiskDays),
        daysNs(graceDays),
        daysNs(limitedDays),
        usual.limitedBps(),
        usual.noticeDays(),
        daysNs(noticeDays));
  }

  /** Beyond three centuries there is no difference. */
  private static long daysNs(int days) {
    return Math.min(days, LONGEST_DAYS) * FundingTerms.DAY_NS;
  }
}
