package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Measure;

/** How a case begins. */
final class OpeningRules {
  private OpeningRules() {}

  static CaseDraft open(Step step, Cases cases, CaseEntry.Opening opening, String origin) {
    require(Identifiers.isCase(opening.caseId()), Refusal.MALFORMED_ID, opening.caseId());
    require(cases.find(opening.caseId()) == null, Refusal.CASE_EXISTS, opening.caseId());
    CaseDraft draft =
        switch (opening) {
          case CaseEntry.Received received -> received(step, received);
          case CaseEntry.Proposed proposed -> proposed(step, proposed, origin);
          case CaseEntry.BreakGlassCalled called -> called(step, cases, called);
        };
    draft.handlers.add(step.actor());
    return draft;
  }

  private static CaseDraft received(Step step, CaseEntry.Received received) {
    CaseDraft draft = draft(step, received, CaseState.RECEIVED);
    if (received.requester() != null) {
      require(
          step.board().active(received.requester()) != null,
          Refusal.UNKNOWN_PERSON,
          received.requester());
      draft.handlers.add(received.requester());
    }
    if (received.organisation() != null) {
      draft.parties.add(received.organisation());
    }
    return draft;
  }

  private static CaseDraft proposed(Step step, CaseEntry.Proposed proposed, String origin) {
    require(!proposed.changes().isEmpty(), Refusal.MEASURE_IMPOSSIBLE, "no change");
    // What cannot be carried out is not worth three people's time.
    BoardRules.changed(step.board(), origin, proposed.changes(), step.leaf(), step.index());
    CaseDraft draft = draft(step, proposed, CaseState.ASSESSED);
    draft.changes = proposed.changes();
    return draft;
  }

  private static CaseDraft called(Step step, Cases cases, CaseEntry.BreakGlassCalled called) {
    Measure measure = called.measure();
    MeasureRules.requirePossible(called.caseId(), measure, cases);
    boolean plain =
        (measure.effect() == Effect.RESTRICT || measure.effect() == Effect.ENABLE)
            && measure.onExpiry() == Expiry.REVERT
            && measure.grace().isZero()
            && measure.supersedes().isEmpty();
    require(plain, Refusal.MEASURE_IMPOSSIBLE, Glass.ONE_AREA);
    Glass glass = Glass.of(called);
    require(
        measure.until() != null
            && !measure.until().isAfter(measure.from().plus(step.settings().breakGlass())),
        Refusal.TOO_LONG);
    require(
        measure.effect() == Effect.ENABLE || MeasureRules.sparesEssentialLines(measure),
        Refusal.ESSENTIAL_LINES);
    glass.requireFree(cases);
    CaseDraft draft = draft(step, called, CaseState.BREAK_GLASS);
    draft.measure = measure;
    draft.deadline = step.now().plus(step.settings().breakGlass());
    return draft;
  }

  private static CaseDraft draft(Step step, CaseEntry.Opening opening, CaseState state) {
    return new CaseDraft(opening, state, step.leaf(), step.index(), step.now());
  }
}
