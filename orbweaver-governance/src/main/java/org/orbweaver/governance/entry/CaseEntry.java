package org.orbweaver.governance.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.merkle.Hash;

/** A transition of a case, or a vote on it. */
public sealed interface CaseEntry extends Entry permits CaseEntry.Opening, CaseEntry.Step {
  /** Id of the case, such as {@code C-2026-0001}. */
  String caseId();

  /** Begins a case. */
  sealed interface Opening extends CaseEntry {}

  /**
   * Goes on with one. {@code on} is the leaf hash of the case's last entry that was not a vote:
   * what was signed for one text cannot be used for another.
   */
  sealed interface Step extends CaseEntry permits Vote, Act {
    /** Leaf hash of the case's last entry that was not a vote. */
    Hash on();
  }

  /** What one person says; the case's text stays as it is. */
  sealed interface Vote extends Step {
    /** For the record. */
    String reason();
  }

  /** Anything else; votes that were given before do not count after it. */
  sealed interface Act extends Step {}

  /**
   * A request was received.
   *
   * @param receipt hash of what the requester was given, see {@link Receipt}
   * @param channel how it came
   * @param summary what is asked, without names of people
   * @param area which area or country it is about
   * @param requester id in this ledger where the requester has one, or null
   * @param organisation that asks, or null
   * @param sealed commitment to what identifies the requester, or null
   */
  @Kind("case.received")
  record Received(
      Header header,
      String caseId,
      Hash receipt,
      Channel channel,
      Effect effect,
      String area,
      String summary,
      @Nullable String requester,
      @Nullable String organisation,
      @Nullable Hash sealed)
      implements Opening {}

  /** A role administrator proposes a change of people, keys or rules. */
  @Kind("case.proposed")
  record Proposed(Header header, String caseId, List<Change> changes, String reason)
      implements Opening {
    public Proposed {
      changes = List.copyOf(changes);
    }
  }

  /**
   * The first of two acts at once.
   *
   * @param outline of the area that the measure names
   */
  @Kind("break-glass.called")
  record BreakGlassCalled(
      Header header, String caseId, Measure measure, Outline outline, String reason)
      implements Opening {}

  /** Something is missing. */
  @Kind("case.incomplete")
  record Incomplete(Header header, String caseId, Hash on, String missing) implements Act {}

  /** What was missing has come. */
  @Kind("case.completed")
  record Completed(Header header, String caseId, Hash on, String what) implements Act {}

  /**
   * Identity and channel are verified, and what would be decided is put into words.
   *
   * @param parties organisations that ask, pay or gain; who has an interest in one may not vote
   */
  @Kind("case.assessed")
  record Assessed(
      Header header, String caseId, Hash on, Measure measure, List<String> parties, String reasons)
      implements Act {
    public Assessed {
      parties = List.copyOf(parties);
    }
  }

  /** What the decision would do. */
  @Kind("case.previewed")
  record Previewed(Header header, String caseId, Hash on, Impact impact) implements Act {}

  /** Approvers are asked. */
  @Kind("case.submitted")
  record Submitted(Header header, String caseId, Hash on) implements Act {}

  /**
   * Yes.
   *
   * @param preview hash of the preview that was looked at; null for changes of roles, which have
   *     none
   */
  @Kind("case.approved")
  record Approved(Header header, String caseId, Hash on, @Nullable Hash preview, String reason)
      implements Vote {}

  /** No. */
  @Kind("case.refused")
  record Refused(Header header, String caseId, Hash on, String reason) implements Vote {}

  /** Does not count, and no longer counts. */
  @Kind("case.recused")
  record Recused(Header header, String caseId, Hash on, String reason) implements Vote {}

  /** Break-glass was right. */
  @Kind("break-glass.ratified")
  record Ratified(Header header, String caseId, Hash on, String reason) implements Vote {}

  /** Somebody has an interest in the case; what they voted on reopens. */
  @Kind("case.interest")
  record InterestDisclosed(Header header, String caseId, Hash on, String person, String interest)
      implements Act {}

  /**
   * The requester no longer asks.
   *
   * @param receipt what the requester was given; null where whoever proposed a change takes it back
   */
  @Kind("case.withdrawn")
  record Withdrawn(Header header, String caseId, Hash on, @Nullable String receipt, String reason)
      implements Act {}

  /** A time limit has passed. */
  @Kind("case.expired")
  record Expired(Header header, String caseId, Hash on) implements Act {}

  /**
   * Those whom it touches were told.
   *
   * @param told who, as groups
   * @param text hash of the announcement
   */
  @Kind("case.noticed")
  record Noticed(Header header, String caseId, Hash on, List<String> told, Hash text)
      implements Act {
    public Noticed {
      told = List.copyOf(told);
    }
  }

  /** The executor has a proof and will act at its time. */
  @Kind("case.scheduled")
  record Scheduled(Header header, String caseId, Hash on) implements Act {}

  /**
   * It is in effect from its time on.
   *
   * @param impact of the preview computed again; null for changes of roles
   * @param newEssentialLines essential lines that lose now and did not in the approved preview
   * @param moreLinesPercent how many more lines lose than in the approved preview, rounded up
   */
  @Kind("case.executed")
  record Executed(
      Header header,
      String caseId,
      Hash on,
      @Nullable Impact impact,
      long newEssentialLines,
      long moreLinesPercent)
      implements Act {}

  /** The preview computed again says more than was approved. */
  @Kind("case.sent-back")
  record SentBack(
      Header header,
      String caseId,
      Hash on,
      Impact impact,
      long newEssentialLines,
      long moreLinesPercent)
      implements Act {}

  /**
   * It is no longer in effect.
   *
   * @param supersededBy the case that took its place, or null
   */
  @Kind("case.ended")
  record Ended(
      Header header, String caseId, Hash on, EndReason reason, @Nullable String supersededBy)
      implements Act {}

  /** An overseer asks for the decision to be made again. */
  @Kind("case.reconsidered")
  record Reconsidered(Header header, String caseId, Hash on, String reason) implements Act {}

  /** An overseer objects to what is not yet in effect. */
  @Kind("case.objected")
  record Objected(Header header, String caseId, Hash on, String reason) implements Act {}

  /** The second of the pair: in effect now. */
  @Kind("break-glass.confirmed")
  record BreakGlassConfirmed(Header header, String caseId, Hash on) implements Act {}

  /** Its hours are over. */
  @Kind("break-glass.reverted")
  record AutoReverted(Header header, String caseId, Hash on) implements Act {}

  /** Back to the last approved state, before the hours are over. */
  @Kind("case.restored")
  record Restored(Header header, String caseId, Hash on, String reason) implements Act {}

  /** How a request came. */
  enum Channel {
    FORM,
    LETTER,
    MAIL,
    SPOKEN,
    COURT
  }

  /** Why a decision ended. */
  enum EndReason {
    /** Its approval no longer stands. */
    REVERTED,
    /** Its time is over. */
    EXPIRED,
    /** Another took its place. */
    SUPERSEDED
  }
}
