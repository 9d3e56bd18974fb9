package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Receipt;

/** How a case goes from one state to the next. */
final class ActRules {
  private static final Set<CaseState> NOT_YET_IN_EFFECT =
      EnumSet.of(
          CaseState.RECEIVED,
          CaseState.INCOMPLETE,
          CaseState.ASSESSED,
          CaseState.IN_APPROVAL,
          CaseState.APPROVED,
          CaseState.NOTICED,
          CaseState.SCHEDULED);

  private final Step step;
  private final Cases cases;
  private final CaseDraft draft;

  ActRules(Step step, Cases cases, CaseDraft draft) {
    this.step = step;
    this.cases = cases;
    this.draft = draft;
  }

  /**
   * Applies it; what was signed before no longer fits, but after a disclosure that changes nothing.
   */
  void apply(CaseEntry.Act act) {
    boolean changed = true;
    switch (act) {
      case CaseEntry.Incomplete incomplete -> {
        require(draft.state == CaseState.RECEIVED, Refusal.WRONG_STATE);
        handle(CaseState.INCOMPLETE);
        draft.deadline = step.now().plus(step.settings().answerLife());
      }
      case CaseEntry.Completed completed -> {
        require(draft.state == CaseState.INCOMPLETE, Refusal.WRONG_STATE);
        requireInTime();
        handle(CaseState.RECEIVED);
      }
      case CaseEntry.Assessed assessed -> assessed(assessed);
      case CaseEntry.Previewed previewed -> previewed(previewed.impact());
      case CaseEntry.Submitted submitted -> submitted();
      case CaseEntry.Withdrawn withdrawn -> withdrawn(withdrawn);
      case CaseEntry.Expired expired -> expired();
      case CaseEntry.Noticed noticed -> noticed();
      case CaseEntry.Scheduled scheduled -> {
        require(draft.state == CaseState.NOTICED, Refusal.WRONG_STATE);
        requireInTime();
        draft.enter(CaseState.SCHEDULED, step.now(), draft.deadline);
      }
      case CaseEntry.Executed executed -> executed(executed);
      case CaseEntry.SentBack back -> sentBack(back);
      case CaseEntry.Ended ended -> ended(ended);
      case CaseEntry.BreakGlassConfirmed confirmed -> confirmed();
      case CaseEntry.AutoReverted reverted -> {
        require(
            draft.state == CaseState.EFFECTIVE
                && draft.opening instanceof CaseEntry.BreakGlassCalled,
            Refusal.WRONG_STATE);
        require(draft.isOver(step.now()), Refusal.TOO_EARLY);
        draft.enter(CaseState.AUTO_REVERTED, step.now(), null);
      }
      case CaseEntry.InterestDisclosed disclosed ->
          changed = ReopeningRules.disclosed(step, draft, disclosed);
      case CaseEntry.Objected objected -> ReopeningRules.objected(step, draft);
      case CaseEntry.Reconsidered reconsidered -> ReopeningRules.reconsidered(step, draft);
      case CaseEntry.Restored restored -> changed = RestoringRules.restored(step, draft);
    }
    if (changed) {
      draft.on = step.leaf();
    }
  }

  private void handle(CaseState next) {
    draft.enter(next, step.now(), null);
    draft.handlers.add(step.actor());
  }

  private void requireInTime() {
    // Each state from which there is one way in time has its deadline.
    require(!step.now().isAfter(Objects.requireNonNull(draft.deadline)), Refusal.TOO_LATE);
  }

  /** The measure of a case about service. */
  private Measure measure() {
    if (draft.measure == null) {
      throw new RefusedException(Refusal.WRONG_MATTER, "");
    }
    return draft.measure;
  }

  private void assessed(CaseEntry.Assessed assessed) {
    require(draft.changes.isEmpty(), Refusal.WRONG_MATTER);
    require(
        draft.state == CaseState.RECEIVED || draft.state == CaseState.ASSESSED,
        Refusal.WRONG_STATE);
    MeasureRules.requirePossible(draft.id, assessed.measure(), cases);
    handle(CaseState.ASSESSED);
    draft.measure = assessed.measure();
    draft.impact = null;
    draft.parties.addAll(assessed.parties());
  }

  private void previewed(Impact impact) {
    measure();
    require(
        draft.state == CaseState.ASSESSED || (draft.state == CaseState.EFFECTIVE && draft.reopened),
        Refusal.WRONG_STATE);
    requireFresh(impact);
    draft.impact = impact;
    draft.ballots.clear();
    draft.handlers.add(step.actor());
  }

  /** A preview cannot be of the future, nor older than it may be. */
  private void requireFresh(Impact impact) {
    require(!impact.computed().isAfter(step.now()), Refusal.TOO_EARLY);
    require(
        !step.now().isAfter(impact.computed().plus(step.settings().previewLife())),
        Refusal.PREVIEW_OLD);
  }

  private void submitted() {
    require(draft.state == CaseState.ASSESSED, Refusal.WRONG_STATE);
    require(draft.impact != null || draft.measure == null, Refusal.NO_PREVIEW);
    draft.ballots.clear();
    draft.handlers.add(step.actor());
    draft.enter(CaseState.IN_APPROVAL, step.now(), step.now().plus(step.settings().approvalLife()));
  }

  private void withdrawn(CaseEntry.Withdrawn withdrawn) {
    require(NOT_YET_IN_EFFECT.contains(draft.state), Refusal.WRONG_STATE);
    // A call of break-glass is in none of these states.
    boolean theirs =
        draft.opening instanceof CaseEntry.Received received
            ? withdrawn.receipt() != null
                && Receipt.hash(withdrawn.receipt()).equals(received.receipt())
            : draft.opening.header().by().equals(step.actor());
    require(theirs, Refusal.WRONG_RECEIPT);
    draft.enter(CaseState.WITHDRAWN, step.now(), null);
  }

  private void expired() {
    require(draft.deadline != null && draft.state != CaseState.EFFECTIVE, Refusal.WRONG_STATE);
    require(step.now().isAfter(draft.deadline), Refusal.TOO_EARLY);
    draft.enter(CaseState.EXPIRED, step.now(), null);
  }

  private void noticed() {
    Measure measure = measure();
    require(draft.state == CaseState.APPROVED, Refusal.WRONG_STATE);
    requireInTime();
    boolean ahead = !step.now().plus(step.settings().notice()).isAfter(measure.from());
    require(
        ahead || measure.urgency() != null || !MeasureRules.isRestriction(measure, cases),
        Refusal.NOTICE_TOO_SHORT);
    draft.enter(
        CaseState.NOTICED, step.now(), measure.from().plus(step.settings().executionWindow()));
    requireInTime();
  }

  private void executed(CaseEntry.Executed executed) {
    if (draft.measure == null) {
      require(draft.state == CaseState.APPROVED, Refusal.WRONG_STATE);
      requireInTime();
      require(executed.impact() == null, Refusal.WRONG_MATTER);
      draft.enter(CaseState.EFFECTIVE, step.now(), null);
      draft.effectIndex = step.index();
      draft.inForceFrom = step.now();
      return;
    }
    requireExecutable();
    Impact impact = executed.impact();
    if (impact == null) {
      throw new RefusedException(Refusal.NO_PREVIEW, "");
    }
    requireFresh(impact);
    require(
        !MeasureRules.hasGrown(
            executed.newEssentialLines(), executed.moreLinesPercent(), step.settings()),
        Refusal.IMPACT_GREW);
    draft.enter(CaseState.EFFECTIVE, step.now(), null);
    takeEffect(draft.measure);
    draft.inForceUntil = draft.plannedEnd();
  }

  /** From its time on, or from now where that has passed. */
  private void takeEffect(Measure measure) {
    draft.effectIndex = step.index();
    draft.inForceFrom = measure.from().isAfter(step.now()) ? measure.from() : step.now();
  }

  /** That it is scheduled and its time has come. */
  private void requireExecutable() {
    Measure measure = measure();
    require(draft.state == CaseState.SCHEDULED, Refusal.WRONG_STATE);
    requireInTime();
    require(
        !step.now().isBefore(measure.from().minus(step.settings().executionLead())),
        Refusal.TOO_EARLY);
  }

  private void sentBack(CaseEntry.SentBack back) {
    requireExecutable();
    requireFresh(back.impact());
    require(
        MeasureRules.hasGrown(back.newEssentialLines(), back.moreLinesPercent(), step.settings()),
        Refusal.IMPACT_SAME);
    ReopeningRules.backToAssessment(step, draft);
  }

  private void ended(CaseEntry.Ended ended) {
    boolean revertsItself =
        draft.opening instanceof CaseEntry.BreakGlassCalled
            && ended.reason() != CaseEntry.EndReason.SUPERSEDED;
    require(
        draft.state == CaseState.RATIFIED || (draft.state == CaseState.EFFECTIVE && !revertsItself),
        Refusal.WRONG_STATE);
    measure();
    if (ended.reason() == CaseEntry.EndReason.SUPERSEDED) {
      requireSuperseded(ended.supersededBy());
    } else {
      Instant planned = draft.plannedEnd();
      boolean byTime = planned != null && !step.now().isBefore(planned);
      boolean expired = ended.reason() == CaseEntry.EndReason.EXPIRED;
      require(expired ? byTime : draft.isOver(step.now()) && !byTime, Refusal.TOO_EARLY);
      require(ended.supersededBy() == null, Refusal.NOT_SUPERSEDED);
    }
    ReopeningRules.lapse(draft, step.now());
    draft.enter(CaseState.ENDED, step.now(), null);
  }

  private void requireSuperseded(@Nullable String by) {
    CaseFile other = by == null ? null : cases.find(by);
    require(
        other != null
            && other.isInForce(step.now())
            && other.measure() != null
            && other.measure().supersedes().contains(draft.id),
        Refusal.NOT_SUPERSEDED);
  }

  private void confirmed() {
    Glass glass = Glass.of(draft.opening);
    require(draft.state == CaseState.BREAK_GLASS, Refusal.WRONG_STATE);
    requireInTime();
    Measure measure = measure();
    require(!draft.handlers.contains(step.actor()), Refusal.SAME_PERSON);
    glass.requireFree(cases);
    draft.handlers.add(step.actor());
    draft.enter(CaseState.EFFECTIVE, step.now(), null);
    takeEffect(measure);
    Instant latest = step.now().plus(step.settings().breakGlass());
    draft.inForceUntil = earlier(Objects.requireNonNull(measure.until()), latest);
    require(!draft.isOver(step.now()), Refusal.TOO_LATE);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
