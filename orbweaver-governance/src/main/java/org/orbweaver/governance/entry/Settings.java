package org.orbweaver.governance.entry;

import java.time.Duration;

/**
 * The numbers of the rules. Where law or organisation differ, these do; they stand in the genesis
 * and change by a decision of the quorum {@code governance} only.
 *
 * @param refusals people who refuse, until a case is refused
 * @param approvalLife how long a vote counts, and how long an approved case may wait for its notice
 * @param answerLife how long a requester may take to complete a request
 * @param executionLead how long before its time a decision may be carried out at the earliest, so
 *     that it is logged before it acts
 * @param executionWindow how long after its time it must be carried out
 * @param notice how long ahead a restriction is announced unless an urgency is stated
 * @param previewLife how old a preview may be when it is approved and when it is carried out
 * @param moreLinesPercent how many more lines than approved may be touched
 * @param breakGlass how long break-glass lasts at most
 * @param signatureAge how much older than the entries before it an entry may be
 */
public record Settings(
    QuorumRule restrict,
    QuorumRule enable,
    QuorumRule restore,
    QuorumRule governance,
    int refusals,
    Duration approvalLife,
    Duration answerLife,
    Duration executionLead,
    Duration executionWindow,
    Duration notice,
    Duration previewLife,
    int moreLinesPercent,
    Duration breakGlass,
    Duration signatureAge,
    FundingSettings funding) {
  /** The rules as they are written down where nothing else is said. */
  public static final Settings DEFAULT =
      new Settings(
          new QuorumRule(3, 2, 2, 0),
          new QuorumRule(2, 1, 1, 0),
          new QuorumRule(1, 1, 1, 0),
          new QuorumRule(3, 0, 2, 1),
          2,
          Duration.ofHours(72),
          Duration.ofDays(30),
          Duration.ofHours(1),
          Duration.ofHours(24),
          Duration.ofDays(7),
          Duration.ofHours(24),
          5,
          Duration.ofHours(4),
          Duration.ofHours(24),
          new FundingSettings(60, 30, 30, 7));
}
