package org.orbweaver.governance.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.governance.entry.Measure;

/**
 * What cases decide about service, in the network's words: what is obeyed, previewed and compared.
 * Ends hold by themselves. Where a case supersedes another, the other ends at the moment at which
 * this one takes effect, and does not wait for an entry that says so.
 */
public final class CaseDecisions {
  private final Map<String, Instant> superseded;

  private CaseDecisions(Map<String, Instant> superseded) {
    this.superseded = superseded;
  }

  /** Of the cases of a ledger, among which whatever supersedes another must be. */
  public static CaseDecisions of(Stream<CaseFile> cases) {
    Map<String, Instant> superseded = new HashMap<>();
    cases.forEach(file -> {
      Measure measure = file.measure();
      Instant from = file.inForceFrom();
      if (measure != null && from != null && isBefore(from, file.inForceUntil())) {
        for (String other : measure.supersedes()) {
          superseded.merge(other, from, CaseDecisions::earlier);
        }
      }
    });
    return new CaseDecisions(superseded);
  }

  /**
   * All that was ever decided by a ledger and acted or will act, in its order: lines,
   * authorisations and allow-lists too, as they are now.
   *
   * @param which of its cases
   * @param witnessed whether witnesses have seen the ledger as it is
   */
  public static List<Decision> all(
      GovernanceState state, Predicate<CaseFile> which, boolean witnessed) {
    CaseDecisions decisions = of(state.cases().filter(which));
    List<Decision> all = new ArrayList<>();
    state
        .cases()
        .filter(which)
        .sorted(Comparator.comparingLong(CaseFile::effectIndex))
        .map(file -> decisions.decision(file, witnessed))
        .flatMap(Stream::ofNullable)
        .map(decision -> ServiceDecisions.staged(decision, state.services()))
        .flatMap(Stream::ofNullable)
        .forEach(all::add);
    all.addAll(ServiceDecisions.of(state.services(), witnessed));
    return List.copyOf(all);
  }

  /**
   * What a case decides, from when it took effect to when that ends indeed. Null where it is about
   * people and rules, has not taken effect, or was over before its time came.
   *
   * @param witnessed whether witnesses have seen it
   */
  public @Nullable Decision decision(CaseFile file, boolean witnessed) {
    Measure measure = file.measure();
    Instant from = file.inForceFrom();
    Instant end = earliest(file.inForceUntil(), superseded.get(file.id()));
    if (measure == null || from == null || !isBefore(from, end)) {
      return null;
    }
    Function<@Nullable Instant, Decision> until =
        last -> measure.decision(file.id(), file.effectIndex(), from, last, witnessed);
    boolean onTime = isBefore(from, measure.until());
    if (end == null) {
      // What holds on, and was carried out after its end, has been overdue from its start.
      return until.apply(onTime ? measure.until() : from.plusNanos(1));
    }
    boolean asPlanned = onTime && end.equals(measure.end());
    return asPlanned
        ? until.apply(measure.until())
        : until.apply(end).endedAt(end.getEpochSecond() * 1_000_000_000L + end.getNano());
  }

  /** Whether it decides about service at a time, and no other has taken its place by then. */
  boolean isInForce(CaseFile file, Instant at) {
    return file.isInForce(at) && isBefore(at, superseded.get(file.id()));
  }

  /** Where null is never. */
  private static boolean isBefore(Instant at, @Nullable Instant end) {
    return end == null || at.isBefore(end);
  }

  private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
    return one == null ? other : other == null ? one : earlier(one, other);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
