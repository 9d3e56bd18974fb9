package org.orbweaver.app.spec;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;

/** Plans the slots that a spec asks for and compares them with what it expects. */
public final class SpecCheck {
  /** Watches the plans go by and says at the end what it made of them. */
  interface Check {
    void see(SlotPlan plan);

    List<Finding> findings();
  }

  private SpecCheck() {}

  /** Every expectation of the spec and every limit of the scenario, met or not. */
  public static List<Finding> check(Network network, Spec spec) {
    Planner planner = new Planner(network);
    List<Check> checks =
        List.of(
            new RadioCheck(network),
            new ServiceCheck(network, spec.service()),
            new HomeCheck(planner, spec.homes()),
            new PathCheck(planner, spec.paths()));
    Slot slot = network.slots().atOrAfter(network.startNs());
    SlotPlan previous = null;
    for (int k = 0; k < spec.slots(); k++) {
      SlotPlan plan = planner.plan(slot, previous);
      checks.forEach(check -> check.see(plan));
      previous = plan;
      slot = network.slots().next(slot);
    }
    List<Finding> findings = new ArrayList<>(Counts.findings(network, spec));
    checks.forEach(check -> findings.addAll(check.findings()));
    return findings;
  }
}
