package org.orbweaver.app.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.traffic.LinkTrace;
import org.orbweaver.format.TraceFile;
import org.orbweaver.format.problem.Problems;
import picocli.CommandLine.Option;

/** The options that let terminals follow recorded traces. */
final class TraceOptions {
  private static final String FORM = "Such as: --trace berlin=traces/berlin.csv";

  @Option(
      names = "--trace",
      paramLabel = "TERMINAL=FILE",
      description =
          "The terminal's traffic meets the delays, rates and loss of this trace in place of the"
              + " model's. May be given again; doc/packets.md says what such a file is.")
  List<String> given = new ArrayList<>();

  @Option(
      names = "--hold-traces",
      description =
          "Where a trace of --trace ends, its last row holds on; without this it begins anew.")
  boolean hold;

  /**
   * The network with the traces of the command line, which go before those of the scenario.
   *
   * @throws Failure wrong use, or bad input with every problem
   */
  Network over(Network network) {
    if (hold && given.isEmpty()) {
      throw Failure.usage("--hold-traces is for --trace", FORM);
    }
    Problems problems = new Problems();
    Map<Integer, LinkTrace> traces = new HashMap<>();
    for (String text : given) {
      int equals = text.indexOf('=');
      if (equals < 1 || equals == text.length() - 1) {
        throw Failure.usage("--trace " + text + " is not TERMINAL=FILE", FORM);
      }
      String terminal = text.substring(0, equals);
      int index = network.terminals().indexOf(terminal);
      if (index < 0) {
        throw Failure.usage("--trace: there is no terminal " + terminal, FORM);
      }
      LinkTrace trace = read(text.substring(equals + 1), problems);
      if (traces.containsKey(index)) {
        throw Failure.usage("--trace: " + terminal + " can follow one trace only", null);
      }
      if (trace != null) {
        traces.put(index, trace);
      }
    }
    if (!problems.isEmpty()) {
      throw Failure.badInput(
          ScenarioOptions.listing("the trace cannot be used", problems.list()), null);
    }
    return network.withTraces(traces);
  }

  private @Nullable LinkTrace read(String file, Problems problems) {
    try {
      return TraceFile.read(Path.of(file), file, !hold, problems);
    } catch (InvalidPathException e) {
      throw Failure.usage("'" + file + "' cannot be a path", null);
    }
  }

  /**
   * For networks that a ledger governs: what is proved of them is proved of plans, and a trace
   * serves whom the plan does not.
   *
   * @throws Failure where a terminal follows a trace
   */
  static void refuse(Network network) {
    if (network.anyTraced()) {
      throw Failure.usage(
          "a governed network carries by its plan, and a terminal of this one follows a trace",
          "Leave --trace and packets.traces away, or --ledger for an exercise.");
    }
  }
}
