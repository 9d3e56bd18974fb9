package org.orbweaver.governance.entry;

import org.orbweaver.governance.accounts.FundingTerms;

/**
 * The funding ladder's times.
 *
 * @param atRiskDays from the first notice until the grace begins
 * @param graceDays full service without a payer
 * @param limitedDays limited service at least, before a line is paused
 */
public record FundingSettings(int atRiskDays, int graceDays, int limitedDays) {
  /** The ladder's terms; what the settings do not say is as usual. */
  public FundingTerms terms() {
    FundingTerms usual = FundingTerms.DEFAULT;
    return new FundingTerms(
        atRiskDays * FundingTerms.DAY_NS,
        graceDays * FundingTerms.DAY_NS,
        limitedDays * FundingTerms.DAY_NS,
        usual.limitedBps(),
        usual.noticeDays(),
        usual.leastNoticeNs());
  }
}
