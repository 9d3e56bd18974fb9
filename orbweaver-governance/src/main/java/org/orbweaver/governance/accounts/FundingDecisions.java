package org.orbweaver.governance.accounts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.policy.ServiceClass;

/**
 * What the ladder means for the network: limited and paused lines, as decisions about terminals.
 */
public final class FundingDecisions {
  private static final Set<ServiceClass> LIMITED_CLASSES =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(ServiceClass.EMERGENCY)));

  private FundingDecisions() {}

  /**
   * One decision for each limited or paused line that has terminals, in order of lines.
   *
   * @param index of the entry by which a line came to its rung, by its number
   * @param hypothetical whether no ledger says so
   */
  public static List<Decision> of(
      Collection<ServiceLine> lines,
      Collection<Terminal> terminals,
      java.util.function.ToLongFunction<String> index,
      boolean hypothetical) {
    var byLine =
        terminals.stream()
            .filter(terminal -> terminal.state() == TerminalState.ASSIGNED)
            .collect(
                Collectors.groupingBy(
                    terminal -> String.valueOf(terminal.line()),
                    Collectors.mapping(Terminal::id, Collectors.toCollection(TreeSet::new))));
    List<Decision> decisions = new ArrayList<>();
    for (ServiceLine line : lines) {
      Set<String> on = byLine.getOrDefault(line.number(), new TreeSet<>());
      if (lowers(line.funding().state()) && !on.isEmpty()) {
        decisions.add(
            of(line.number(), line.funding(), on, index.applyAsLong(line.number()), hypothetical));
      }
    }
    return List.copyOf(decisions);
  }

  /** Whether a line on this rung has less than full service. */
  public static boolean lowers(FundingState state) {
    return state == FundingState.LIMITED || state == FundingState.PAUSED;
  }

  /**
   * What one limited or paused line means. A limit is not about the emergency services: of a line
   * that is theirs, all traffic is emergency traffic and passes in full.
   *
   * @param terminals those on the line, at least one
   * @param index of the entry by which the line came to its rung
   */
  public static Decision of(
      String line, Funding funding, Set<String> terminals, long index, boolean hypothetical) {
    boolean paused = funding.state() == FundingState.PAUSED;
    return new Decision(
        "funding:" + line,
        paused ? Effect.PAUSE : Effect.LIMIT,
        new Scope.OfTerminals(terminals),
        paused ? Decision.ALL_CLASSES : LIMITED_CLASSES,
        funding.sinceNs(),
        Decision.OPEN,
        0,
        0,
        "the funding ladder",
        Expiry.REVERT,
        Set.of(),
        index,
        hypothetical,
        false);
  }
}
