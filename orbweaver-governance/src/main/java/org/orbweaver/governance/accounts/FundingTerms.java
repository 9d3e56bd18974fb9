package org.orbweaver.governance.accounts;

import java.util.List;

/**
 * How long each rung lasts and what a limited line keeps. The ledger's genesis sets them; only a
 * decided entry changes them.
 *
 * @param atRiskNs at least this long in {@link FundingState#AT_RISK}
 * @param graceNs at least this long in {@link FundingState#GRACE}
 * @param limitedNs at least this long in {@link FundingState#LIMITED}
 * @param limitedBps rate of a limited line, each way, bit/s
 * @param noticeDays before each step that takes something away, days ahead, largest first
 * @param leastNoticeNs no such step comes sooner than this after its first notice
 */
public record FundingTerms(
    long atRiskNs,
    long graceNs,
    long limitedNs,
    long limitedBps,
    List<Integer> noticeDays,
    long leastNoticeNs) {
  /** Nanoseconds of a day. */
  public static final long DAY_NS = 86_400_000_000_000L;

  /** What holds where nothing else was decided: 60, 30 and 30 days, 256 kbit/s, 7 days' notice. */
  public static final FundingTerms DEFAULT =
      new FundingTerms(
          60 * DAY_NS, 30 * DAY_NS, 30 * DAY_NS, 256_000, List.of(30, 14, 7, 1), 7 * DAY_NS);

  public FundingTerms {
    if (Math.min(Math.min(atRiskNs, graceNs), Math.min(limitedNs, leastNoticeNs)) < 0) {
      throw new RefusedException("a length of time cannot be negative");
    }
    if (limitedBps < 1) {
      throw new RefusedException("a limited line keeps a rate");
    }
    noticeDays = List.copyOf(noticeDays);
    if (noticeDays.stream().anyMatch(days -> days < 1)) {
      throw new RefusedException("a notice comes at least a day ahead");
    }
  }

  /** How long a line stays on a rung at least; the top and the bottom have no length. */
  public long lengthNs(FundingState state) {
    return switch (state) {
      case FUNDED, PAUSED -> 0;
      case AT_RISK -> atRiskNs;
      case GRACE -> graceNs;
      case LIMITED -> limitedNs;
    };
  }
}
