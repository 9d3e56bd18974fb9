package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Role;

/** What makes a case be decided again: an interest that comes to light, an objection. */
final class ReopeningRules {
  private static final Set<CaseState> PENDING =
      EnumSet.of(CaseState.IN_APPROVAL, CaseState.APPROVED, CaseState.NOTICED, CaseState.SCHEDULED);

  private ReopeningRules() {}

  /** Whether the case's text counts as another after it. */
  static boolean disclosed(Step step, CaseDraft draft, CaseEntry.InterestDisclosed disclosed) {
    require(
        disclosed.person().equals(step.actor()) || step.by().may(Role.OVERSEER),
        Refusal.ROLE_MISSING);
    require(
        step.board().members().containsKey(disclosed.person()),
        Refusal.UNKNOWN_PERSON,
        disclosed.person());
    require(draft.excluded.add(disclosed.person()), Refusal.NOTHING_TO_DISCLOSE);
    boolean counted = draft.hasAgreed(disclosed.person());
    if (counted && PENDING.contains(draft.state)) {
      backToAssessment(step, draft);
      return true;
    }
    if (counted && draft.state == CaseState.EFFECTIVE && !isBreakGlass(draft)) {
      reopen(step, draft);
      return true;
    }
    return false;
  }

  static void objected(Step step, CaseDraft draft) {
    require(PENDING.contains(draft.state), Refusal.WRONG_STATE);
    backToAssessment(step, draft);
  }

  static void reconsidered(Step step, CaseDraft draft) {
    switch (draft.state) {
      case REFUSED, EXPIRED -> {
        require(!isBreakGlass(draft), Refusal.WRONG_STATE);
        if (draft.measure == null && draft.changes.isEmpty()) {
          draft.enter(CaseState.RECEIVED, step.now(), null);
        } else {
          backToAssessment(step, draft);
        }
      }
      case EFFECTIVE -> {
        require(
            draft.measure != null && !isBreakGlass(draft) && !draft.reopened, Refusal.WRONG_STATE);
        reopen(step, draft);
      }
      case AUTO_REVERTED, ENDED -> {
        // Asked anew, so that no votes of long ago keep an area from being ratified for ever.
        require(isBreakGlass(draft) && !draft.ratified, Refusal.WRONG_STATE);
        draft.ballots.clear();
      }
      default -> throw new RefusedException(Refusal.WRONG_STATE, draft.state.name());
    }
  }

  /** From now on it is not in force. */
  static void lapse(CaseDraft draft, Instant now) {
    if (draft.inForceUntil == null || now.isBefore(draft.inForceUntil)) {
      draft.inForceUntil = now;
    }
  }

  static void backToAssessment(Step step, CaseDraft draft) {
    draft.enter(CaseState.ASSESSED, step.now(), null);
    draft.ballots.clear();
    draft.impact = null;
  }

  private static void reopen(Step step, CaseDraft draft) {
    draft.reopened = true;
    draft.ballots.clear();
    draft.restoring.clear();
    if (draft.measure != null && draft.measure.takesAway()) {
      // A restriction whose approval is in doubt ends unless it is approved again; what enables
      // goes on, because nobody is darkened by default.
      draft.deadline = step.now().plus(step.settings().approvalLife());
      lapse(draft, draft.deadline);
    }
  }

  static boolean isBreakGlass(CaseDraft draft) {
    return draft.opening instanceof CaseEntry.BreakGlassCalled;
  }
}
