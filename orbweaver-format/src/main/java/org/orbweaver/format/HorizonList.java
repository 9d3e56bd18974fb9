package org.orbweaver.format;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orbweaver.core.scenario.HorizonPointSpec;
import org.orbweaver.core.scenario.HorizonSpec;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/** Checks what hides the sky, and that terminals name what there is. */
final class HorizonList {
  private HorizonList() {}

  static void check(Scenario scenario, SiteLists sites, Binder binder, Problems problems) {
    Set<String> names = new LinkedHashSet<>();
    List<HorizonSpec> horizons = scenario.terminals().horizons();
    for (int i = 0; i < horizons.size(); i++) {
      HorizonSpec horizon = horizons.get(i);
      String path = "terminals.horizons[" + i + "]";
      if (!horizon.name().isEmpty() && !names.add(horizon.name())) {
        problems.add(
            binder
                .place(path + ".name")
                .problem("is " + Words.quote(horizon.name()) + " again", "a name of its own"));
      }
      if (horizon.profile().isEmpty()) {
        problems.add(binder.place(path + ".profile").problem("is empty", "at least one point"));
      }
      Set<Double> azimuths = new HashSet<>();
      for (int k = 0; k < horizon.profile().size(); k++) {
        HorizonPointSpec point = horizon.profile().get(k);
        if (!azimuths.add(point.azimuthDeg() % 360)) {
          problems.add(
              binder
                  .place(path + ".profile[" + k + "].azimuthDeg")
                  .problem("is " + point.azimuthDeg() + " again", "each direction once"));
        }
      }
    }
    for (Located<TerminalSpec> terminal : sites.locatedTerminals) {
      String named = terminal.value().horizon();
      if (named != null && !names.contains(named)) {
        problems.add(
            terminal
                .place("horizon")
                .problem(
                    "is " + Words.quote(named),
                    Suggest.known(named, names, "the name of a horizon")));
      }
    }
  }
}
