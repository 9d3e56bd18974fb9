package org.orbweaver.app.spec;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.scenario.Network;

/** Who had service, and why the others had none. */
final class ServiceCheck implements SpecCheck.Check {
  private final Network network;
  private final ServiceSpec expected;
  private final int[] servedSlots;
  private final Map<ReasonCode, Integer> unserved = new EnumMap<>(ReasonCode.class);
  private int slots;

  ServiceCheck(Network network, ServiceSpec expected) {
    this.network = network;
    this.expected = expected;
    servedSlots = new int[network.terminals().size()];
  }

  @Override
  public void see(SlotPlan plan) {
    slots++;
    for (int t = 0; t < servedSlots.length; t++) {
      if (plan.schedule().isServed(t)) {
        servedSlots[t]++;
      } else {
        unserved.merge(plan.schedule().reason(t), 1, Integer::sum);
      }
    }
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(share());
    expected.always().forEach(name -> findings.add(served(name, slots)));
    expected.never().forEach(name -> findings.add(served(name, 0)));
    if (!expected.reasons().isEmpty()) {
      findings.add(reasons());
    }
    return findings;
  }

  private Finding share() {
    long served = 0;
    for (int each : servedSlots) {
      served += each;
    }
    long all = (long) slots * servedSlots.length;
    double percent = all == 0 ? 100 : 100.0 * served / all;
    return new Finding(
        "served terminals",
        percent >= expected.minServedPercent(),
        "at least " + percent(expected.minServedPercent()),
        percent(percent) + (unserved.isEmpty() ? "" : ", the others " + shown(unserved)));
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f %%", value);
  }

  private Finding served(String terminal, int wanted) {
    int t = network.terminals().indexOf(terminal);
    String found = t < 0 ? "no terminal of that name" : servedSlots[t] + " of " + slots + " slots";
    return new Finding(
        "service of " + terminal,
        t >= 0 && servedSlots[t] == wanted,
        wanted + " of " + slots + " slots",
        found);
  }

  private Finding reasons() {
    Map<ReasonCode, Integer> others = new EnumMap<>(ReasonCode.class);
    unserved.forEach((reason, count) -> {
      if (!expected.reasons().contains(reason.name())) {
        others.put(reason, count);
      }
    });
    return new Finding(
        "reasons of unserved terminals",
        others.isEmpty(),
        "only " + String.join(", ", expected.reasons()),
        others.isEmpty() ? "no other" : shown(others));
  }

  private static String shown(Map<ReasonCode, Integer> counts) {
    List<String> words = new ArrayList<>();
    new TreeMap<>(counts).forEach((reason, count) -> words.add(reason + " " + count));
    return String.join(", ", words);
  }
}
