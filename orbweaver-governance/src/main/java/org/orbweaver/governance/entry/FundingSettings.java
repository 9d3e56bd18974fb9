package org.orbweaver.governance.entry;

/**
 * The funding ladder's times.
 *
 * @param atRiskDays from the first notice until the grace begins
 * @param graceDays full service without a payer
 * @param limitedDays limited service at least, before a line is paused
 */
public record FundingSettings(int atRiskDays, int graceDays, int limitedDays) {}
