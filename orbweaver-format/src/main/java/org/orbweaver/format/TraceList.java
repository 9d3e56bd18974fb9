package org.orbweaver.format;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.core.scenario.TraceSpec;
import org.orbweaver.core.traffic.LinkTrace;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/** A scenario's traces: each file is read, each terminal follows one at most. */
final class TraceList {
  private final Binder binder;
  private final Problems problems;
  private final List<String> terminals;

  /** By index of the terminal. */
  final Map<Integer, LinkTrace> traces = new HashMap<>();

  private final Map<Integer, String> files = new HashMap<>();

  TraceList(
      Scenario scenario, Path scenarioFile, SiteLists sites, Binder binder, Problems problems) {
    this.binder = binder;
    this.problems = problems;
    terminals = sites.terminals.stream().map(TerminalSpec::name).toList();
    List<TraceSpec> specs = scenario.packets().traces();
    for (int i = 0; i < specs.size(); i++) {
      String path = "packets.traces[" + i + "]";
      TraceSpec spec = specs.get(i);
      Path file = Beside.resolve(scenarioFile, spec.file(), binder.place(path + ".file"), problems);
      LinkTrace trace =
          file == null ? null : TraceFile.read(file, spec.file(), spec.repeat(), problems);
      for (int k = 0; k < spec.terminals().size(); k++) {
        follow(spec.terminals().get(k), spec.file(), trace, path + ".terminals[" + k + "]");
      }
    }
  }

  private void follow(String terminal, String file, @Nullable LinkTrace trace, String place) {
    int index = terminals.indexOf(terminal);
    if (terminal.isEmpty()) {
      return;
    }
    if (index < 0) {
      problems.add(
          binder
              .place(place)
              .problem(
                  "is " + Words.quote(terminal),
                  Suggest.known(terminal, terminals, "the name of a terminal")));
      return;
    }
    String before = files.putIfAbsent(index, file);
    if (before != null) {
      problems.add(
          binder
              .place(place)
              .problem(
                  "is " + Words.quote(terminal) + ", which follows " + before + " already",
                  "each terminal in one trace"));
    } else if (trace != null) {
      traces.put(index, trace);
    }
  }
}
