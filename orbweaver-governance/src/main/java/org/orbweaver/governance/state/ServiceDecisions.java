package org.orbweaver.governance.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.accounts.FundingDecisions;
import org.orbweaver.governance.accounts.TerminalState;

/**
 * What the ledger says of lines, authorisations and allow-lists, in the network's words: a limited
 * line's terminals are limited, a paused line's are not served, an authorised one may be used.
 */
public final class ServiceDecisions {
  private ServiceDecisions() {}

  /**
   * All of them, in the order of the ledger.
   *
   * @param witnessed whether witnesses have seen the ledger as it is
   */
  public static List<Decision> of(Services services, boolean witnessed) {
    List<Decision> decisions = new ArrayList<>();
    Map<String, Set<String>> byLine = new TreeMap<>();
    services
        .terminals()
        .filter(terminal -> terminal.state() == TerminalState.ASSIGNED)
        .forEach(terminal ->
            byLine
                .computeIfAbsent(String.valueOf(terminal.line()), line -> new TreeSet<>())
                .add(terminal.id()));
    services
        .lines()
        .filter(line -> FundingDecisions.lowers(line.funding().state()))
        .forEach(line -> {
          Set<String> on = byLine.get(line.number());
          if (on != null) {
            decisions.add(
                FundingDecisions.of(line.number(), line.funding(), on, line.fundingIndex(), false));
          }
        });
    services.authorisations().forEach(right -> authorised(services, right, decisions));
    services.allowLists().forEach(facts -> listed(services, facts.list(), decisions));
    return decisions.stream()
        .map(decision -> decision.witnessed(witnessed))
        .sorted(Comparator.comparingLong(Decision::index))
        .toList();
  }

  private static void authorised(Services services, Authorisation right, List<Decision> to) {
    Decision decision = right.decision(services.index(right.id()), false);
    if (decision != null) {
      to.add(decision);
    }
  }

  /** Being listed lights nothing before a wave, which rests on a case, is in force. */
  private static void listed(Services services, AllowList list, List<Decision> to) {
    if (list.enforced() > 0 && !list.listed().isEmpty()) {
      to.add(
          Decision.of(
              "allow-list:" + list.id(),
              Effect.ENABLE,
              new Scope.OfTerminals(list.listed()),
              list.announcedNs(),
              Decision.OPEN,
              services.index(list.id())));
    }
  }

  /**
   * A decision as far as it acts already: where only authorised terminals are let into an area that
   * has an allow-list, it waits, class by class, for the list's waves, each of which had its dry
   * run.
   *
   * @return the decision, one about fewer classes, or null where it waits for all of them
   */
  public static @Nullable Decision staged(Decision decision, Services services) {
    if (decision.effect() != Effect.AUTHORISED_ONLY
        || !(decision.scope() instanceof Scope.InArea(String area))) {
      return decision;
    }
    List<AllowList> lists =
        services.allowLists().map(ListFacts::list).filter(l -> l.area().equals(area)).toList();
    if (lists.isEmpty()) {
      return decision;
    }
    Set<ServiceClass> now = EnumSet.noneOf(ServiceClass.class);
    for (AllowList list : lists) {
      list.waves().subList(0, list.enforced()).forEach(wave -> now.addAll(wave.classes()));
    }
    now.retainAll(decision.classes());
    return now.isEmpty() ? null : about(decision, now);
  }

  private static Decision about(Decision d, Set<ServiceClass> classes) {
    return new Decision(
        d.id(),
        d.effect(),
        d.scope(),
        classes,
        d.fromNs(),
        d.untilNs(),
        d.noticeNs(),
        d.graceNs(),
        d.legalBasis(),
        d.onExpiry(),
        d.yieldsTo(),
        d.index(),
        d.hypothetical(),
        d.witnessed());
  }
}
