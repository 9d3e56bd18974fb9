package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.util.HashSet;
import java.util.Set;
import org.orbweaver.governance.entry.Effect;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.QuorumRule;
import org.orbweaver.governance.entry.Settings;

/** Whether what would be decided is possible, and who must agree to it. */
final class MeasureRules {
  /** Classes of lines that are essential; the others are not. */
  private static final Set<String> ESSENTIAL = Set.of("emergency", "hospital", "relief");

  private static final Set<String> CLASSES =
      Set.of("emergency", "hospital", "relief", "government", "consumer");

  private MeasureRules() {}

  static void requirePossible(Measure measure, Cases cases) {
    require(
        measure.until() == null || measure.from().isBefore(measure.until()),
        Refusal.MEASURE_IMPOSSIBLE,
        "it ends before it begins");
    require(
        CLASSES.containsAll(measure.classes())
            && distinct(measure.classes())
            && distinct(measure.terminals())
            && distinct(measure.supersedes()),
        Refusal.MEASURE_IMPOSSIBLE,
        "a list has an unknown word, or one twice");
    require(
        !measure.area().isBlank() && !measure.legalBasis().isBlank(),
        Refusal.MEASURE_IMPOSSIBLE,
        "it names no area or no legal basis");
    require(
        measure.areaHash() != null || measure.tier() == Measure.Tier.LICENCE,
        Refusal.MEASURE_IMPOSSIBLE,
        "it does not fix the area's text by its hash");
    require(
        measure.tier() != Measure.Tier.TERMINAL || !measure.terminals().isEmpty(),
        Refusal.MEASURE_IMPOSSIBLE,
        "it names no terminal");
    boolean exemption = measure.tier() == Measure.Tier.EXEMPTION;
    require(
        exemption
            ? measure.effect() == Effect.ENABLE && measure.until() != null
            : measure.overrides() == null,
        Refusal.MEASURE_IMPOSSIBLE,
        "an exemption enables for a limited time, and only it overrides a prohibition");
    for (String id : measure.supersedes()) {
      CaseFile other = cases.find(id);
      require(
          other != null
              && (other.state() == CaseState.EFFECTIVE || other.state() == CaseState.RATIFIED)
              && other.measure() != null,
          Refusal.SUPERSEDES_NOTHING,
          id);
    }
  }

  private static boolean distinct(java.util.List<String> list) {
    return new HashSet<>(list).size() == list.size();
  }

  static boolean sparesEssentialLines(Measure measure) {
    return !measure.classes().isEmpty()
        && measure.classes().stream().noneMatch(ESSENTIAL::contains);
  }

  /** Who must agree. Ending what enables restricts, whatever it is called. */
  static QuorumRule quorum(Settings settings, Measure measure, Cases cases) {
    return isRestriction(measure, cases) ? settings.restrict() : settings.enable();
  }

  /** Whether service may be less after it. */
  static boolean isRestriction(Measure measure, Cases cases) {
    return measure.effect() == Effect.RESTRICT
        || measure.supersedes().stream()
            .map(cases::find)
            .anyMatch(other ->
                other != null
                    && other.measure() != null
                    && other.measure().effect() == Effect.ENABLE);
  }

  /** Whether a preview computed again says too much more than the approved one. */
  static boolean hasGrown(Impact approved, Impact now, long newEssential, Settings settings) {
    return newEssential > 0
        || now.essentialLines() > approved.essentialLines()
        || now.lines() * 100 > approved.lines() * (100 + settings.moreLinesPercent());
  }
}
