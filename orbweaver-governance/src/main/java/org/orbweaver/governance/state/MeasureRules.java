package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.QuorumRule;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.entry.Where;

/** Whether what would be decided is possible, and who must agree to it. */
final class MeasureRules {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private MeasureRules() {}

  static void requirePossible(String id, Measure measure, Cases cases) {
    try {
      measure.decision(id, 0, measure.from(), measure.until(), false);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new RefusedException(Refusal.MEASURE_IMPOSSIBLE, String.valueOf(e.getMessage()));
    }
    require(!measure.legalBasis().isBlank(), Refusal.MEASURE_IMPOSSIBLE, "it has no legal basis");
    require(
        measure.until() != null || measure.onExpiry() == Expiry.REVERT,
        Refusal.MEASURE_IMPOSSIBLE,
        "what does not end cannot hold on after its end");
    require(
        !(measure.where() instanceof Where.Area area) || HASH.matcher(area.hash()).matches(),
        Refusal.MEASURE_IMPOSSIBLE,
        "it does not fix the area by its hash");
    require(
        isDistinct(measure.classes())
            && isDistinct(measure.yieldsTo())
            && isDistinct(measure.supersedes()),
        Refusal.MEASURE_IMPOSSIBLE,
        "a list has something twice");
    for (String other : measure.supersedes()) {
      CaseFile file = cases.find(other);
      require(
          file != null
              && (file.state() == CaseState.EFFECTIVE || file.state() == CaseState.RATIFIED)
              && file.measure() != null,
          Refusal.SUPERSEDES_NOTHING,
          other);
    }
  }

  private static boolean isDistinct(List<?> list) {
    return new HashSet<>(list).size() == list.size();
  }

  static boolean sparesEssentialLines(Measure measure) {
    return measure.classes().stream().noneMatch(ServiceClass::isEssential);
  }

  /** Who must agree. */
  static QuorumRule quorum(Settings settings, Measure measure, Cases cases) {
    return isRestriction(measure, cases) ? settings.restrict() : settings.enable();
  }

  /** Whether service may be less after it: ending what serves restricts, whatever it is called. */
  static boolean isRestriction(Measure measure, Cases cases) {
    return measure.takesAway()
        || measure.supersedes().stream().anyMatch(id -> !superseded(id, cases).takesAway());
  }

  /** What it would end; that there is such a case was required, and no case goes away. */
  private static Measure superseded(String id, Cases cases) {
    return Objects.requireNonNull(Objects.requireNonNull(cases.find(id), id).measure(), id);
  }

  /** Whether a preview computed again says too much more than the approved one. */
  static boolean hasGrown(long newEssentialLines, long moreLinesPercent, Settings settings) {
    return newEssentialLines > 0 || moreLinesPercent > settings.moreLinesPercent();
  }
}
