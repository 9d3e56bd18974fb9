package org.orbweaver.governance.state;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.merkle.Hash;

/**
 * A case as its entries have made it.
 *
 * @param opening its first entry
 * @param on leaf hash of the last entry that was not a vote: what is signed names it
 * @param openedIndex index of its first entry
 * @param lastIndex index of its last entry
 * @param since when it came into this state
 * @param deadline until when it may go on from this state, or null
 * @param changes of people and rules; empty where it is about service
 * @param measure what would be decided; null before it is assessed
 * @param parties organisations that ask, pay or gain
 * @param handlers who worked on it, and may not vote
 * @param excluded who has recused themselves or has an interest
 * @param impact of its preview, or null
 * @param ballots on the text as it is
 * @param restoring who wants the last approved state back, while that takes more of them
 * @param effectIndex index of the entry by which it took effect, or -1
 * @param inForceFrom when it takes effect; null before that is known
 * @param inForceUntil when it ends by time alone, or null
 * @param reopened whether it is in effect and must be decided again
 * @param ratified whether a break-glass was found right
 */
public record CaseFile(
    String id,
    CaseEntry.Opening opening,
    CaseState state,
    Hash on,
    long openedIndex,
    long lastIndex,
    Instant since,
    @Nullable Instant deadline,
    List<Change> changes,
    @Nullable Measure measure,
    Set<String> parties,
    Set<String> handlers,
    Set<String> excluded,
    @Nullable Impact impact,
    List<Ballot> ballots,
    List<Ballot> restoring,
    long effectIndex,
    @Nullable Instant inForceFrom,
    @Nullable Instant inForceUntil,
    boolean reopened,
    boolean ratified) {
  public CaseFile {
    changes = List.copyOf(changes);
    parties = Set.copyOf(parties);
    handlers = Set.copyOf(handlers);
    excluded = Set.copyOf(excluded);
    ballots = List.copyOf(ballots);
    restoring = List.copyOf(restoring);
  }

  /** Whether it changes people or rules. */
  public boolean isGovernance() {
    return opening instanceof CaseEntry.Proposed;
  }

  /** Whether two people acted at once. */
  public boolean isBreakGlass() {
    return opening instanceof CaseEntry.BreakGlassCalled;
  }

  /** When its measure ends by itself, grace included; null where it does not. */
  public @Nullable Instant plannedEnd() {
    return measure == null ? null : measure.end();
  }

  /** Whether it decides about service at a time, by the ledger as it is. */
  public boolean isInForce(Instant at) {
    return (state == CaseState.EFFECTIVE || state == CaseState.RATIFIED)
        && !at.isBefore(Objects.requireNonNull(inForceFrom))
        && (inForceUntil == null || at.isBefore(inForceUntil));
  }
}
