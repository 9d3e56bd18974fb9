package org.orbweaver.governance.accounts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.Utc;

/**
 * Something that the holder of a line is told about its funding, once.
 *
 * @param line its number
 * @param state the rung that it stands on when it is told
 * @param sinceNs since when, which tells this stay on the rung from an earlier one
 * @param daysAhead of the next step; 0 is the notice of having come to this rung
 * @param next the step that it warns of, or null where none can follow
 * @param nextNs when that is at the earliest; 0 where none can follow
 */
public record FundingNotice(
    String line,
    FundingState state,
    long sinceNs,
    int daysAhead,
    @Nullable FundingState next,
    long nextNs) {

  /**
   * What should have been told by now, oldest first; whoever sends them skips those already sent.
   *
   * @param next the step that can follow, or null
   */
  public static List<FundingNotice> due(
      String line,
      Funding funding,
      FundingLadder.@Nullable Step next,
      FundingTerms terms,
      long nowNs) {
    List<FundingNotice> due = new ArrayList<>();
    FundingState to = next == null ? null : next.to();
    long nextNs = next == null ? 0 : next.dueNs();
    due.add(new FundingNotice(line, funding.state(), funding.sinceNs(), 0, to, nextNs));
    if (next != null) {
      for (int days : terms.noticeDays()) {
        long at = next.dueNs() - days * FundingTerms.DAY_NS;
        if (at > funding.sinceNs() && at <= nowNs) {
          due.add(new FundingNotice(line, funding.state(), funding.sinceNs(), days, to, nextNs));
        }
      }
    }
    return List.copyOf(due);
  }

  /** What it says. */
  public String text() {
    String now =
        switch (state) {
          case FUNDED -> "Line " + line + " is paid for.";
          case AT_RISK -> "The payer of line " + line + " leaves. Service goes on in full.";
          case GRACE -> "Nobody pays for line " + line + ". Service goes on in full for now.";
          case LIMITED ->
              "Line " + line + " is limited to a low rate; lines of emergency services are not.";
          case PAUSED ->
              "Line "
                  + line
                  + " is paused. Its configuration is kept; it comes back when paid for.";
        };
    return next == null ? now : now + " " + then(next) + " on " + Utc.format(nextNs) + ".";
  }

  private static String then(FundingState next) {
    if (next == FundingState.GRACE) {
      return "The time to find another payer ends";
    }
    return next == FundingState.LIMITED ? "It will be limited" : "It will be paused";
  }
}
