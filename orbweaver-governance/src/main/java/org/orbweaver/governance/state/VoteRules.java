package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.QuorumRule;
import org.orbweaver.governance.entry.Role;

/** What single people say of a case, and when that is enough. */
final class VoteRules {
  private VoteRules() {}

  static void apply(Step step, Cases cases, CaseDraft draft, CaseEntry.Vote vote) {
    String id = step.actor();
    if (vote instanceof CaseEntry.Recused) {
      require(isOpen(draft, step.now()), Refusal.WRONG_STATE);
      require(draft.excluded.add(id), Refusal.RECUSED);
      draft.ballots.removeIf(ballot -> ballot.person().equals(id));
      return;
    }
    boolean ratifies = vote instanceof CaseEntry.Ratified;
    boolean glass = draft.opening instanceof CaseEntry.BreakGlassCalled;
    require(
        isOpen(draft, step.now()) && (vote instanceof CaseEntry.Refused || ratifies == glass),
        Refusal.WRONG_STATE);
    require(draft.deadline == null || !step.now().isAfter(draft.deadline), Refusal.TOO_LATE);
    requireImpartial(draft, step.by().person());
    Instant oldest = oldest(step);
    draft.ballots.removeIf(one -> one.person().equals(id) && one.time().isBefore(oldest));
    require(
        draft.ballots.stream().noneMatch(ballot -> ballot.person().equals(id)),
        Refusal.VOTED_ALREADY);
    if (vote instanceof CaseEntry.Approved approved) {
      requirePreview(step, draft, approved);
    }
    boolean yes = !(vote instanceof CaseEntry.Refused);
    draft.ballots.add(new Ballot(id, yes, step.signed()));
    if (!yes) {
      refuseWhereEnough(step, draft);
    } else if (isEnough(step, cases, draft)) {
      agree(step, draft);
    }
  }

  /** Whether votes are taken. */
  private static boolean isOpen(CaseDraft draft, Instant now) {
    boolean glass = draft.opening instanceof CaseEntry.BreakGlassCalled;
    return switch (draft.state) {
      case IN_APPROVAL -> true;
      case EFFECTIVE -> glass || (draft.reopened && !draft.isOver(now));
      case AUTO_REVERTED, ENDED -> glass && !draft.ratified;
      default -> false;
    };
  }

  private static void requireImpartial(CaseDraft draft, Person person) {
    require(!draft.excluded.contains(person.id()), Refusal.RECUSED);
    require(!draft.handlers.contains(person.id()), Refusal.OWN_CASE);
    require(!hasInterest(draft, person), Refusal.CONFLICT_OF_INTEREST);
  }

  static boolean hasInterest(CaseDraft draft, Person person) {
    return draft.parties.contains(person.organisation())
        || person.interests().stream().anyMatch(draft.parties::contains)
        || draft.changes.stream().anyMatch(change -> BoardRules.isAbout(change, person.id()));
  }

  private static void requirePreview(Step step, CaseDraft draft, CaseEntry.Approved approved) {
    if (draft.measure == null) {
      require(approved.preview() == null, Refusal.PREVIEW_MISMATCH);
      return;
    }
    // Without a preview nobody is asked.
    Impact impact = Objects.requireNonNull(draft.impact);
    require(Objects.equals(approved.preview(), impact.preview()), Refusal.PREVIEW_MISMATCH);
    require(
        !step.now().isAfter(impact.computed().plus(step.settings().previewLife())),
        Refusal.PREVIEW_OLD);
  }

  private static boolean isEnough(Step step, Cases cases, CaseDraft draft) {
    Measure measure = draft.measure;
    QuorumRule rule =
        measure == null
            ? step.settings().governance()
            : MeasureRules.quorum(step.settings(), measure, cases);
    return Quorum.isMet(rule, counting(step, draft, true));
  }

  /** A ballot that was signed before this is as if it had not been cast. */
  private static Instant oldest(Step step) {
    return step.now().minus(step.settings().approvalLife());
  }

  /** Whose ballots count now: no older than they may be, and cast by who may still vote. */
  private static List<Person> counting(Step step, CaseDraft draft, boolean yes) {
    Instant oldest = oldest(step);
    Set<Role> voters = Duties.voters(draft.measure == null);
    return draft.ballots.stream()
        .filter(ballot -> ballot.yes() == yes && !ballot.time().isBefore(oldest))
        // Who has left is still among the members.
        .map(ballot -> Objects.requireNonNull(step.board().members().get(ballot.person())))
        .filter(member -> voters.stream().anyMatch(member::may))
        .map(Member::person)
        .filter(person -> !hasInterest(draft, person) && !draft.excluded.contains(person.id()))
        .toList();
  }

  private static void agree(Step step, CaseDraft draft) {
    if (draft.state == CaseState.IN_APPROVAL) {
      draft.enter(CaseState.APPROVED, step.now(), step.now().plus(step.settings().approvalLife()));
    } else if (draft.opening instanceof CaseEntry.BreakGlassCalled) {
      draft.ratified = true;
      if (draft.state == CaseState.EFFECTIVE) {
        draft.enter(CaseState.RATIFIED, step.now(), null);
      }
    } else {
      draft.reopened = false;
      draft.restoring.clear();
      draft.deadline = null;
      draft.inForceUntil = draft.plannedEnd();
    }
  }

  private static void refuseWhereEnough(Step step, CaseDraft draft) {
    if (counting(step, draft, false).size() < step.settings().refusals()) {
      return;
    }
    if (draft.state == CaseState.IN_APPROVAL) {
      draft.enter(CaseState.REFUSED, step.now(), null);
    } else if (draft.measure != null
        && (draft.opening instanceof CaseEntry.BreakGlassCalled || draft.measure.takesAway())) {
      // What enables goes on until a restriction is decided: two people cannot darken.
      ReopeningRules.lapse(draft, step.now());
    }
  }
}
