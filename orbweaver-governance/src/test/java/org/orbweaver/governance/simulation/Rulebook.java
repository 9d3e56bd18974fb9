package org.orbweaver.governance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.FundingSettings;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.Role;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.state.CaseFile;

/**
 * What must be true of a ledger's accepted entries, read off the entries themselves, case by case,
 * without the fold. It knows the rules as they are written down for people, with their numbers.
 */
final class Rulebook {
  private static final Duration APPROVAL_LIFE = Duration.ofDays(3);
  private static final Duration NOTICE = Duration.ofDays(7);
  private static final Duration WINDOW = Duration.ofDays(1);
  private static final Duration LEAD = Duration.ofHours(1);
  private static final Duration BREAK_GLASS = Duration.ofHours(4);

  /** Shorter than usual, so that a life sees all of the ladder. */
  static final FundingSettings FUNDING = new FundingSettings(4, 2, 2, 1);

  private static final Map<FundingState, Duration> RUNGS =
      Map.of(
          FundingState.AT_RISK,
          Duration.ofDays(4),
          FundingState.GRACE,
          Duration.ofDays(2),
          FundingState.LIMITED,
          Duration.ofDays(2));
  private static final List<FundingState> LADDER =
      List.of(FundingState.AT_RISK, FundingState.GRACE, FundingState.LIMITED, FundingState.PAUSED);
  private static final Duration TOLD = Duration.ofDays(1);

  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, List<CaseEntry>> byCase = new LinkedHashMap<>();

  /** Clock of the ledger at each entry: times in it never count backward. */
  private final IdentityHashMap<CaseEntry, Instant> counted = new IdentityHashMap<>();

  private final Map<String, List<LineEntry>> byLine = new LinkedHashMap<>();
  private final IdentityHashMap<LineEntry, Instant> countedOfLines = new IdentityHashMap<>();
  private Instant now = Instant.MIN;
  private long besideGlass;

  Rulebook(List<Person> people) {
    people.forEach(person -> this.people.put(person.id(), person));
  }

  /** An entry was accepted. */
  void accepted(Entry entry) {
    Instant time = entry.header().time();
    now = time.isAfter(now) ? time : now;
    if (entry instanceof LineEntry line) {
      accepted(line);
    }
    if (!(entry instanceof CaseEntry of)) {
      return;
    }
    counted.put(of, now);
    List<CaseEntry> before = byCase.computeIfAbsent(of.caseId(), id -> new ArrayList<>());
    switch (of) {
      case CaseEntry.Executed executed -> executed(before, executed);
      case CaseEntry.BreakGlassConfirmed confirmed -> confirmed(before, confirmed);
      case CaseEntry.Ratified ratified -> {
        Person person = person(ratified);
        assertThat(person.is(Role.APPROVER)).isTrue();
        assertThat(handlers(before))
            .as("nobody ratifies what they did")
            .doesNotContain(person.id());
      }
      default -> {}
    }
    before.add(of);
  }

  private void accepted(LineEntry entry) {
    countedOfLines.put(entry, now);
    List<LineEntry> before = byLine.computeIfAbsent(entry.line(), line -> new ArrayList<>());
    if (entry instanceof LineEntry.FundingChanged changed && LADDER.indexOf(changed.state()) > 0) {
      lowered(before, changed);
    }
    before.add(entry);
  }

  /** One rung at a time, each for its time, and nothing is taken before the holder knows. */
  private void lowered(List<LineEntry> before, LineEntry.FundingChanged changed) {
    assertThat(Objects.requireNonNull(people.get(changed.header().by())).is(Role.EXECUTOR))
        .isTrue();
    FundingState from = LADDER.get(LADDER.indexOf(changed.state()) - 1);
    int came = before.size() - 1;
    while (before.get(came) instanceof LineEntry.Noticed) {
      came--;
    }
    boolean stood =
        switch (before.get(came)) {
          case LineEntry.FundingChanged last -> last.state() == from;
          case LineEntry.Opened opened -> opened.payer() == null && from == FundingState.AT_RISK;
          default -> false;
        };
    assertThat(stood).as("one rung at a time").isTrue();
    Instant since = Objects.requireNonNull(countedOfLines.get(before.get(came)));
    assertThat(now).isAfterOrEqualTo(since.plus(Objects.requireNonNull(RUNGS.get(from))));
    boolean essential =
        before.getFirst() instanceof LineEntry.Opened opened && opened.serviceClass().isEssential();
    assertThat(essential && changed.state() == FundingState.PAUSED)
        .as("an essential line is not paused by time alone")
        .isFalse();
    if (changed.state() != FundingState.GRACE) {
      assertThat(before).as("the holder was told on this rung").hasSizeGreaterThan(came + 1);
      assertThat(now)
          .isAfterOrEqualTo(
              Objects.requireNonNull(countedOfLines.get(before.get(came + 1))).plus(TOLD));
    }
  }

  /** How many lines were limited. */
  long limited() {
    return byLine.values().stream()
        .filter(list ->
            list.stream()
                .anyMatch(e ->
                    e instanceof LineEntry.FundingChanged changed
                        && changed.state() == FundingState.LIMITED))
        .count();
  }

  private Person person(CaseEntry entry) {
    return Objects.requireNonNull(people.get(entry.header().by()));
  }

  private static <T> @Nullable T last(List<CaseEntry> entries, Class<T> kind) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (kind.isInstance(entries.get(i))) {
        return kind.cast(entries.get(i));
      }
    }
    return null;
  }

  private static <T> T theLast(List<CaseEntry> entries, Class<T> kind) {
    return Objects.requireNonNull(last(entries, kind), kind.getSimpleName());
  }

  private static Set<String> handlers(List<CaseEntry> entries) {
    Set<String> ids = new HashSet<>();
    for (CaseEntry entry : entries) {
      boolean handles =
          switch (entry) {
            case CaseEntry.Opening opening -> true;
            case CaseEntry.Incomplete incomplete -> true;
            case CaseEntry.Completed completed -> true;
            case CaseEntry.Assessed assessed -> true;
            case CaseEntry.Previewed previewed -> true;
            case CaseEntry.Submitted submitted -> true;
            case CaseEntry.BreakGlassConfirmed confirmed -> true;
            default -> false;
          };
      if (handles) {
        ids.add(entry.header().by());
      }
    }
    return ids;
  }

  private static Set<String> parties(List<CaseEntry> entries) {
    Set<String> organisations = new HashSet<>();
    for (CaseEntry entry : entries) {
      if (entry instanceof CaseEntry.Received received && received.organisation() != null) {
        organisations.add(received.organisation());
      }
      if (entry instanceof CaseEntry.Assessed assessed) {
        organisations.addAll(assessed.parties());
      }
    }
    return organisations;
  }

  /** Everything that a decision needs before it is in effect. */
  private void executed(List<CaseEntry> before, CaseEntry.Executed executed) {
    Measure measure = theLast(before, CaseEntry.Assessed.class).measure();
    CaseEntry.Previewed preview = theLast(before, CaseEntry.Previewed.class);
    int asked = before.lastIndexOf(theLast(before, CaseEntry.Submitted.class));
    List<CaseEntry> since = before.subList(asked + 1, before.size());
    assertThat(since)
        .as("whatever opens a case again asks for new votes")
        .noneMatch(e ->
            e instanceof CaseEntry.Objected
                || e instanceof CaseEntry.SentBack
                || e instanceof CaseEntry.Reconsidered
                || e instanceof CaseEntry.Previewed
                || e instanceof CaseEntry.Assessed);
    assertThat(before.indexOf(preview)).isLessThan(asked);
    Set<Person> agreed = agreed(before, since, preview);
    boolean restricts = measure.effect().denies();
    assertThat(agreed).as("people who agreed").hasSizeGreaterThanOrEqualTo(restricts ? 3 : 2);
    if (restricts) {
      assertThat(agreed.stream().map(Person::pool).distinct()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(agreed.stream().map(Person::organisation).distinct())
          .hasSizeGreaterThanOrEqualTo(2);
      Instant told = Objects.requireNonNull(counted.get(theLast(since, CaseEntry.Noticed.class)));
      assertThat(measure.urgency() != null || !told.plus(NOTICE).isAfter(measure.from()))
          .as("announced a week ahead, or urgent")
          .isTrue();
    }
    assertThat(last(since, CaseEntry.Scheduled.class)).isNotNull();
    assertThat(now).isBetween(measure.from().minus(LEAD), measure.from().plus(WINDOW));
    assertThat(executed.newEssentialLines()).isZero();
    assertThat(executed.moreLinesPercent()).isLessThanOrEqualTo(5);
    assertThat(person(executed).is(Role.EXECUTOR)).isTrue();
    if (byCase.values().stream().anyMatch(entries -> isUnratified(entries, measure))) {
      besideGlass++;
    }
  }

  private Set<Person> agreed(
      List<CaseEntry> before, List<CaseEntry> since, CaseEntry.Previewed preview) {
    CaseEntry.Approved decisive = theLast(since, CaseEntry.Approved.class);
    Set<String> out = new HashSet<>();
    for (CaseEntry entry : before) {
      if (entry instanceof CaseEntry.Recused) {
        out.add(entry.header().by());
      }
      if (entry instanceof CaseEntry.InterestDisclosed disclosed) {
        out.add(disclosed.person());
      }
    }
    Set<Person> agreed = new LinkedHashSet<>();
    for (CaseEntry entry : since) {
      if (entry instanceof CaseEntry.Approved approved) {
        Person person = person(approved);
        assertThat(person.is(Role.APPROVER)).isTrue();
        assertThat(approved.preview()).isEqualTo(preview.impact().preview());
        boolean fresh =
            !approved.header().time().plus(APPROVAL_LIFE).isBefore(counted.get(decisive));
        if (fresh
            && !out.contains(person.id())
            && !handlers(before).contains(person.id())
            && !parties(before).contains(person.organisation())) {
          agreed.add(person);
        }
      }
    }
    return agreed;
  }

  private void confirmed(List<CaseEntry> before, CaseEntry.BreakGlassConfirmed confirmed) {
    CaseEntry.BreakGlassCalled called = theLast(before, CaseEntry.BreakGlassCalled.class);
    assertThat(confirmed.header().by()).isNotEqualTo(called.header().by());
    assertThat(person(confirmed).is(Role.BREAK_GLASS)).isTrue();
    assertThat(person(called).is(Role.BREAK_GLASS)).isTrue();
    if (called.measure().effect() == Effect.RESTRICT) {
      assertThat(called.measure().classes()).noneMatch(ServiceClass::isEssential);
    }
    byCase.forEach((id, entries) -> {
      if (!id.equals(called.caseId()) && isUnratified(entries, called.measure())) {
        throw new AssertionError("twice in one area without ratification: " + id);
      }
    });
  }

  /** Whether these are of a break-glass that acted where a measure does and was not ratified. */
  private static boolean isUnratified(List<CaseEntry> entries, Measure measure) {
    CaseEntry.BreakGlassCalled glass = last(entries, CaseEntry.BreakGlassCalled.class);
    if (glass == null
        || last(entries, CaseEntry.BreakGlassConfirmed.class) == null
        || APART.contains(new HashSet<>(List.of(area(glass.measure()), area(measure))))) {
      return false;
    }
    CaseEntry.Reconsidered asked = last(entries, CaseEntry.Reconsidered.class);
    long agreed =
        entries.subList(asked == null ? 0 : entries.indexOf(asked), entries.size()).stream()
            .filter(CaseEntry.Ratified.class::isInstance)
            .map(entry -> entry.header().by())
            .distinct()
            .count();
    return agreed < (glass.measure().effect() == Effect.RESTRICT ? 3 : 2);
  }

  /** Areas that have at most a border in common; any other two count as one. */
  private static final Set<Set<String>> APART =
      Set.of(Set.of("vellmark", "lange-bucht"), Set.of("ostholm", "lange-bucht"));

  private static String area(Measure measure) {
    return ((Where.Area) measure.where()).area();
  }

  /**
   * Whoever is told that an area is closed wanted to act at once a second time: to cases that are
   * decided in their time it is open.
   */
  void closed(Entry refused) {
    assertThat(refused)
        .isInstanceOfAny(CaseEntry.BreakGlassCalled.class, CaseEntry.BreakGlassConfirmed.class);
  }

  /** How many cases took effect where break-glass had acted and nobody had ratified it. */
  long besideGlass() {
    return besideGlass;
  }

  /** What is obeyed at a time rests on entries that let it, and not before its time. */
  void obeyed(List<CaseFile> inForce, Instant at) {
    for (CaseFile file : inForce) {
      List<CaseEntry> entries = Objects.requireNonNull(byCase.get(file.id()));
      if (file.isBreakGlass()) {
        CaseEntry confirmed = theLast(entries, CaseEntry.BreakGlassConfirmed.class);
        boolean ratified = entries.stream().anyMatch(CaseEntry.Ratified.class::isInstance);
        assertThat(at)
            .as("break-glass %s", file.id())
            .isBefore(Objects.requireNonNull(counted.get(confirmed)).plus(BREAK_GLASS));
        assertThat(ratified || last(entries, CaseEntry.AutoReverted.class) == null).isTrue();
      } else {
        Measure measure = theLast(entries, CaseEntry.Assessed.class).measure();
        assertThat(last(entries, CaseEntry.Executed.class)).as(file.id()).isNotNull();
        assertThat(at).as(file.id()).isAfterOrEqualTo(measure.from());
        assertThat(at).as(file.id()).isBefore(Objects.requireNonNull(measure.end()));
      }
      assertThat(last(entries, CaseEntry.Ended.class)).as(file.id()).isNull();
      assertThat(inForce)
          .as("nothing is obeyed beside what it takes the place of")
          .noneMatch(other -> isSuperseding(file, other.id()));
      assertThat(last(entries, CaseEntry.Restored.class)).as(file.id()).isNull();
    }
  }

  private static boolean isSuperseding(CaseFile file, String other) {
    return file.measure() != null && file.measure().supersedes().contains(other);
  }

  /** How many cases have an entry of a kind. */
  long casesWith(Class<?> kind) {
    return byCase.values().stream()
        .filter(list -> list.stream().anyMatch(kind::isInstance))
        .count();
  }
}
