package org.orbweaver.governance.accounts;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.Utc;

/**
 * The rules of the funding ladder. They see one line, its rung and a time; they are asked before an
 * entry is made and again by everybody who verifies the ledger.
 *
 * <p>A line climbs back to the top from anywhere, at once, when somebody pays. It goes down one
 * rung at a time and never sooner than the terms say. An essential line (hospital, emergency,
 * relief) stays limited for as long as no restrict decision, with its quorum, names it.
 */
public final class FundingLadder {
  /** The next rung down and when it is reached at the earliest. */
  public record Step(FundingState to, long dueNs) {}

  private FundingLadder() {}

  /**
   * The next step down, or null where there is none.
   *
   * @param essential whether the line is one of a hospital, an emergency service or relief
   * @param restricted whether a restrict decision in force names the line
   */
  public static @Nullable Step next(
      Funding funding, boolean essential, boolean restricted, FundingTerms terms) {
    FundingState to = below(funding.state(), essential && !restricted);
    long dueNs = later(funding.sinceNs(), terms.lengthNs(funding.state()));
    return to == null ? null : new Step(to, Math.max(dueNs, funding.paidUntilNs()));
  }

  /** So long after a time; what lies beyond the end of time is there. */
  private static long later(long ns, long lengthNs) {
    return ns > Long.MAX_VALUE - lengthNs ? Long.MAX_VALUE : ns + lengthNs;
  }

  private static @Nullable FundingState below(FundingState state, boolean kept) {
    return switch (state) {
      case FUNDED, PAUSED -> null;
      case AT_RISK -> FundingState.GRACE;
      case GRACE -> FundingState.LIMITED;
      case LIMITED -> kept ? null : FundingState.PAUSED;
    };
  }

  /**
   * Why a change is not allowed, or null where it is.
   *
   * @param from where the line stands
   * @param to where it is to go
   * @param atNs time of the change, UTC
   */
  public static @Nullable String refusal(
      Funding from,
      FundingState to,
      long atNs,
      boolean essential,
      boolean restricted,
      FundingTerms terms) {
    if (atNs < from.sinceNs()) {
      return "the line came to " + from.state() + " only at " + Utc.format(from.sinceNs());
    }
    if (to == FundingState.FUNDED) {
      return null;
    }
    if (from.state() == FundingState.FUNDED) {
      return to == FundingState.AT_RISK ? null : "after funded comes at-risk, not " + to;
    }
    Step step = next(from, essential, restricted, terms);
    if (step == null) {
      return from.state() == FundingState.LIMITED
          ? "an essential line is not paused without a restrict decision"
          : "below " + from.state() + " there is nothing";
    }
    if (to != step.to()) {
      return "after " + from.state() + " comes " + step.to() + ", not " + to;
    }
    return atNs < step.dueNs()
        ? to + " comes at " + Utc.format(step.dueNs()) + " at the earliest"
        : null;
  }

  /**
   * When a step may be taken, given when its first notice went out: what takes something away waits
   * until the notice is old enough.
   *
   * @param noticedNs time of the first notice of this step, or null where none has gone out
   * @return the time, or null where a notice must go out first
   */
  public static @Nullable Long earliestNs(Step step, @Nullable Long noticedNs, FundingTerms terms) {
    if (step.to() == FundingState.GRACE) {
      return step.dueNs();
    }
    return noticedNs == null
        ? null
        : Math.max(step.dueNs(), later(noticedNs, terms.leastNoticeNs()));
  }
}
