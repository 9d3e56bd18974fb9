package org.orbweaver.app.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;

/** Home PoPs, and the gateways that carried a terminal's traffic. */
final class HomeCheck implements SpecCheck.Check {
  private final Planner planner;
  private final Network network;
  private final List<HomeSpec> expected;
  private final List<Map<String, Integer>> gatewaySlots = new ArrayList<>();

  HomeCheck(Planner planner, List<HomeSpec> expected) {
    this.planner = planner;
    this.network = planner.network();
    this.expected = expected;
    expected.forEach(home -> gatewaySlots.add(new TreeMap<>()));
  }

  @Override
  public void see(SlotPlan plan) {
    for (int k = 0; k < expected.size(); k++) {
      int t = network.terminals().indexOf(expected.get(k).terminal());
      if (t >= 0 && plan.schedule().isServed(t)) {
        String gateway = network.gateways().name(plan.schedule().gateway(t));
        gatewaySlots.get(k).merge(gateway, 1, Integer::sum);
      }
    }
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (int k = 0; k < expected.size(); k++) {
      HomeSpec home = expected.get(k);
      int t = network.terminals().indexOf(home.terminal());
      if (t < 0) {
        findings.add(new Finding(home.terminal(), false, "a terminal", "none of that name"));
        continue;
      }
      if (home.pop() != null) {
        int pop = planner.homePop(t);
        String found = pop < 0 ? "none" : network.pops().name(pop);
        findings.add(
            new Finding(
                "home PoP of " + home.terminal(), found.equals(home.pop()), home.pop(), found));
      }
      if (!home.gateways().isEmpty()) {
        Map<String, Integer> used = gatewaySlots.get(k);
        findings.add(
            new Finding(
                "gateways of " + home.terminal(),
                home.gateways().containsAll(used.keySet()),
                "only " + String.join(", ", home.gateways()),
                used.isEmpty() ? "no service" : "slots by gateway " + used));
      }
    }
    return findings;
  }
}
