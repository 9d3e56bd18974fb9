package org.orbweaver.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.orbweaver.core.scenario.LinkPlanSpec;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/** Plans of links name terminals that there are, each in one plan at most. */
final class LinkPlanCheck {
  private LinkPlanCheck() {}

  static void check(List<LinkPlanSpec> plans, SiteLists sites, Binder binder, Problems problems) {
    if (plans.isEmpty()) {
      return;
    }
    Set<String> terminals =
        sites.terminals.stream().map(TerminalSpec::name).collect(Collectors.toSet());
    Set<String> names = new HashSet<>();
    Map<String, String> planOf = new HashMap<>();
    for (int i = 0; i < plans.size(); i++) {
      LinkPlanSpec plan = plans.get(i);
      String path = "packets.plans[" + i + "]";
      if (!plan.name().isEmpty() && !names.add(plan.name())) {
        problems.add(
            binder
                .place(path + ".name")
                .problem("is " + Words.quote(plan.name()) + " again", "a name of its own"));
      }
      for (int k = 0; k < plan.terminals().size(); k++) {
        String terminal = plan.terminals().get(k);
        String place = path + ".terminals[" + k + "]";
        if (terminal.isEmpty()) {
          continue;
        }
        String before = planOf.putIfAbsent(terminal, plan.name());
        if (!terminals.contains(terminal)) {
          problems.add(
              binder
                  .place(place)
                  .problem(
                      "is " + Words.quote(terminal),
                      Suggest.known(terminal, terminals, "the name of a terminal")));
        } else if (before != null) {
          problems.add(
              binder
                  .place(place)
                  .problem(
                      "is " + Words.quote(terminal) + ", which has the plan " + before + " already",
                      "each terminal in one plan"));
        }
      }
    }
  }
}
