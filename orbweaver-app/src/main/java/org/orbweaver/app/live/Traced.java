package org.orbweaver.app.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.traffic.LinkTrace;
import org.orbweaver.format.problem.Words;

/** Which terminals follow recorded traces, for screens. */
final class Traced {
  private static final int FEW = 3;

  private record Shown(String name, int rows, long lengthNs, boolean repeats) {}

  private Traced() {}

  /** A text for each such terminal, as {@code --trace} takes it. */
  static List<String> written(Network network) {
    List<String> all = new ArrayList<>();
    byTrace(network)
        .forEach((trace, names) -> names.forEach(name -> all.add(name + "=" + trace.name)));
    return all;
  }

  /** A line for each trace. */
  static List<String> shown(Network network) {
    List<String> lines = new ArrayList<>();
    byTrace(network)
        .forEach((trace, names) -> {
          String who = String.join(", ", names.subList(0, Math.min(FEW, names.size())));
          String more = names.size() > FEW ? " and " + (names.size() - FEW) + " more" : "";
          lines.add(
              who
                  + more
                  + (names.size() == 1 ? " follows " : " follow ")
                  + trace.name
                  + ", a trace in place of the model: "
                  + Words.count(trace.rows, "row")
                  + ", "
                  + Amounts.time(trace.lengthNs)
                  + (trace.repeats ? ", again and again" : ", then its last row"));
        });
    return lines;
  }

  private static Map<Shown, List<String>> byTrace(Network network) {
    Map<Shown, List<String>> traced = new LinkedHashMap<>();
    for (int t = 0; t < network.terminals().size(); t++) {
      LinkTrace trace = network.trace(t);
      if (trace != null) {
        traced
            .computeIfAbsent(
                new Shown(trace.name(), trace.size(), trace.lengthNs(), trace.repeats()),
                key -> new ArrayList<>())
            .add(network.terminals().name(t));
      }
    }
    return traced;
  }
}
