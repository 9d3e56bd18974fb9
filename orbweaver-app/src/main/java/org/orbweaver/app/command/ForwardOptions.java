package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.orbweaver.app.Failure;
import org.orbweaver.core.scenario.ForwardSpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.ForwardCheck;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problem;
import org.orbweaver.format.problem.Problems;
import picocli.CommandLine.Option;

/** The options that open ports of their own through terminals. */
final class ForwardOptions {
  @Option(
      names = "--forward",
      paramLabel = "FORWARD",
      description = {
        "A port that leads through a terminal: [tcp:|udp:]LISTEN=TERMINAL:TARGET. May be given"
            + " again; the scenario's stay.",
        "LISTEN is PORT or ADDRESS:PORT on loopback, and TARGET is where it leads, such as"
            + " frankfurt.pop.orbweaver:80. With internet:PORT as LISTEN it leads the other way,"
            + " to a program behind the terminal, such as 127.0.0.1:5000."
      })
  List<String> given = new ArrayList<>();

  /**
   * The scenario's forwards and then those of the command line.
   *
   * @throws Failure wrong use, with every problem
   */
  List<ForwardSpec> resolve(Network network) {
    List<ForwardSpec> all = new ArrayList<>(network.scenario().forwards());
    int first = all.size();
    List<String> texts = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String text : given) {
      ForwardSpec spec = ForwardSpec.parse(text);
      if (spec == null) {
        wrong.add("--forward " + text + " is not [tcp:|udp:]LISTEN=TERMINAL:TARGET");
      } else {
        all.add(spec);
        texts.add(text);
      }
    }
    Problems problems = new Problems();
    if (!texts.isEmpty()) {
      ForwardCheck.check(
          all,
          first,
          (i, key) -> new Place("", i + 1, 1, "--forward " + texts.get(i - first) + ": " + key),
          names(network),
          problems);
    }
    problems.list().forEach(problem -> wrong.add(line(problem)));
    if (!wrong.isEmpty()) {
      throw Failure.usage(
          wrong.stream().collect(Collectors.joining(System.lineSeparator())),
          "Such as: --forward tcp:127.0.0.1:8080=berlin:frankfurt.pop.orbweaver:80");
    }
    return List.copyOf(all);
  }

  private static Set<String> names(Network network) {
    return IntStream.range(0, network.terminals().size())
        .mapToObj(network.terminals()::name)
        .collect(Collectors.toSet());
  }

  private static String line(Problem problem) {
    return problem.key() + " " + problem.whatIsWrong() + "; " + problem.whatWouldBeRight();
  }
}
