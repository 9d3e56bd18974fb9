package org.orbweaver.governance.state;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Where;

/** Whether a case decides what an entry rests on it for. */
final class Decided {
  private Decided() {}

  /** The measure of a case that is in force. */
  static Measure inForce(Cases cases, String caseId, Instant at) {
    CaseFile file = cases.find(caseId);
    Measure measure = file == null || !file.isInForce(at) ? null : file.measure();
    if (measure == null) {
      throw new RefusedException(Refusal.NOT_DECIDED, caseId + " is not in force");
    }
    return measure;
  }

  /** Requires that a measure in force takes service from each of these terminals by name. */
  static void requireTaken(Cases cases, String caseId, Instant at, Collection<String> terminals) {
    Measure measure = inForce(cases, caseId, at);
    RefusedException.require(
        measure.takesAway() && !terminals.isEmpty() && namesAll(measure.where(), terminals),
        Refusal.NOT_DECIDED,
        caseId + " does not take service from these terminals by name");
  }

  private static boolean namesAll(Where where, Collection<String> terminals) {
    return where instanceof Where.Terminals named && named.terminals().containsAll(terminals);
  }

  /** Whether a measure is about a terminal, as far as it names any. */
  static boolean mayCover(Measure measure, String terminal) {
    return !(measure.where() instanceof Where.Terminals named)
        || named.terminals().contains(terminal);
  }

  /** Whether what ends at one time ends no later than what ends at the other; null is never. */
  static boolean endsWithin(@Nullable Instant until, @Nullable Instant end) {
    return end == null || (until != null && !until.isAfter(end));
  }
}
