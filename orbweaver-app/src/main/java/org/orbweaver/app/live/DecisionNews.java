package org.orbweaver.app.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.live.Happening.Turn;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.ServicePolicy;

/** Tells once of each decision that it takes effect, and once that it ends, slot after slot. */
final class DecisionNews {
  /** More are not told one by one: lines whose funding ends may do so by the thousand. */
  static final int MOST = 16;

  private @Nullable ServicePolicy before;

  /** What there is to tell as a slot begins; of the first slot, what is in force in it. */
  List<Happening> of(ServicePolicy now) {
    ServicePolicy then = before;
    before = now;
    if (then == now) {
      return List.of();
    }
    Map<String, Decision> was = then == null ? Map.of() : inForce(then);
    Map<String, Decision> is = inForce(now);
    List<Decision> begun = is.values().stream().filter(d -> !was.containsKey(d.id())).toList();
    List<Decision> ended = was.values().stream().filter(d -> !is.containsKey(d.id())).toList();
    if (begun.isEmpty() && ended.isEmpty()) {
      return List.of();
    }
    List<Happening> news = new ArrayList<>();
    if (then != null) {
      add(news, Turn.ENDS, ended, then, now.atNs());
    }
    add(news, then == null ? Turn.HOLDS : Turn.BEGINS, begun, now, now.atNs());
    int more = news.size() - MOST;
    if (more > 1) {
      news.subList(MOST, news.size()).clear();
      news.add(new Happening.ManyDecided(now.atNs(), more));
    }
    return news;
  }

  private static void add(
      List<Happening> news, Turn turn, List<Decision> decisions, ServicePolicy policy, long atNs) {
    Map<String, Integer> terminals = policy.terminalsByDecision();
    decisions.stream()
        .sorted(Comparator.comparingLong(Decision::index).thenComparing(Decision::id))
        .forEach(decision ->
            news.add(
                new Happening.Decided(
                    atNs, turn, decision, terminals.getOrDefault(decision.id(), 0))));
  }

  private static Map<String, Decision> inForce(ServicePolicy policy) {
    Map<String, Decision> found = new LinkedHashMap<>();
    for (Decision decision : policy.rules().decisions()) {
      if (decision.isInForce(policy.atNs())) {
        found.put(decision.id(), decision);
      }
    }
    return found;
  }
}
