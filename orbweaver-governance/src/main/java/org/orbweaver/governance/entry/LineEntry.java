package org.orbweaver.governance.entry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.merkle.Hash;

/** What is put down about service lines and who pays for them. */
public sealed interface LineEntry extends ServiceEntry {
  /** Number of the line, such as {@code SL-0001}. */
  String line();

  /**
   * A line begins.
   *
   * @param serviceClass whom it serves, as an intake officer has verified
   * @param payer id of who pays, or null where nobody does yet
   * @param sealed commitment to account and address
   */
  @Kind("line.opened")
  record Opened(
      Header header, String line, ServiceClass serviceClass, @Nullable String payer, Hash sealed)
      implements LineEntry {}

  /** A line ends, as its holder wishes. */
  @Kind("line.closed")
  record Closed(Header header, String line, String reason) implements LineEntry {}

  /**
   * A line goes up or down the funding ladder, or has another payer.
   *
   * @param payer who pays then, or paid last; null where nobody ever did
   * @param paidUntil until when a payer who leaves still pays, or null
   * @param caseId the restriction by which an essential line is paused; null for any other step
   */
  @Kind("funding.changed")
  record FundingChanged(
      Header header,
      String line,
      FundingState state,
      @Nullable String payer,
      @Nullable Instant paidUntil,
      @Nullable String caseId,
      String reason)
      implements LineEntry {
    /** Whether it takes something away because time has passed, which a program does. */
    public boolean lowers() {
      return state != FundingState.FUNDED && state != FundingState.AT_RISK;
    }
  }

  /**
   * The holder of a line was told which step comes next where nobody pays. A step that takes
   * something away follows no sooner than some days after the first of them.
   *
   * @param next the step
   * @param daysAhead of it; 0 where the line has just come to its rung
   * @param text hash of what was said
   */
  @Kind("funding.noticed")
  record Noticed(Header header, String line, FundingState next, int daysAhead, Hash text)
      implements LineEntry {}

  /**
   * Who is to pay when the payer leaves.
   *
   * @param successor id of a payer, or null where the name is taken back
   */
  @Kind("successor.named")
  record SuccessorNamed(Header header, String line, @Nullable String successor, String reason)
      implements LineEntry {}
}
