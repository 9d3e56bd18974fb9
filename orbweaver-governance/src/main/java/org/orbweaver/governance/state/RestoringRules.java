package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.QuorumRule;
import org.orbweaver.governance.entry.Role;

/** How the last approved state comes back: by one person, or by as many as the rules ask for. */
final class RestoringRules {
  private RestoringRules() {}

  /** Whether it is restored; until enough want it, what was signed for the case still fits. */
  static boolean restored(Step step, CaseDraft draft) {
    boolean reopenedRestriction =
        draft.reopened && draft.measure != null && draft.measure.takesAway();
    require(
        draft.state == CaseState.EFFECTIVE
            && (ReopeningRules.isBreakGlass(draft) || reopenedRestriction),
        Refusal.WRONG_STATE);
    require(!draft.excluded.contains(step.actor()), Refusal.RECUSED);
    require(!VoteRules.hasInterest(draft, step.by().person()), Refusal.CONFLICT_OF_INTEREST);
    Instant oldest = step.now().minus(step.settings().approvalLife());
    draft.restoring.removeIf(ballot -> ballot.time().isBefore(oldest));
    require(
        draft.restoring.stream().noneMatch(ballot -> ballot.person().equals(step.actor())),
        Refusal.VOTED_ALREADY);
    draft.restoring.add(new Ballot(step.actor(), true, step.signed()));
    if (!isEnough(step, draft)) {
      return false;
    }
    ReopeningRules.lapse(draft, step.now());
    draft.enter(CaseState.ENDED, step.now(), null);
    return true;
  }

  private static boolean isEnough(Step step, CaseDraft draft) {
    List<Person> people =
        draft.restoring.stream()
            .map(ballot -> Objects.requireNonNull(step.board().members().get(ballot.person())))
            .filter(member -> member.may(Role.APPROVER) || member.may(Role.BREAK_GLASS))
            .map(Member::person)
            .filter(person -> !draft.excluded.contains(person.id()))
            .filter(person -> !VoteRules.hasInterest(draft, person))
            .toList();
    QuorumRule rule = step.settings().restore();
    // Those of break-glass are of no pool, which counts as one here.
    boolean watch = people.stream().anyMatch(person -> person.pool() == null);
    return Quorum.isMet(
        new QuorumRule(
            rule.people(), rule.pools() - (watch ? 1 : 0), rule.organisations(), rule.overseers()),
        people);
  }
}
