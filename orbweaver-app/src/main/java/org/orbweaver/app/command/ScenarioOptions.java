package org.orbweaver.app.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.LoadResult;
import org.orbweaver.format.ScenarioLoader;
import org.orbweaver.format.problem.Problem;
import picocli.CommandLine.Option;

/** The options that change what a scenario file says, and the loading itself. */
public final class ScenarioOptions {
  @Option(
      names = "--elements",
      paramLabel = "FILE",
      description = "Element file (TLE or OMM, plain or gzipped) in place of the scenario's.")
  @Nullable Path elements;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      converter = Moments.class,
      description = "When to start: UTC such as 2026-05-21T00:00:12Z, or now.")
  @Nullable String start;

  @Option(
      names = "--plugins",
      paramLabel = "PATH",
      description =
          "Jars, or folders of jars, with strategies of your own; several are joined as on a class"
              + " path.")
  @Nullable String plugins;

  /**
   * Loads a scenario and says on the error stream what its user should know.
   *
   * @param scenario a file, or the name of a shipped scenario
   * @throws Failure bad input, with every problem
   */
  public Network load(Surroundings surroundings, String scenario) {
    return loaded(surroundings, scenario, Utc.ofInstant(surroundings.clock().instant()));
  }

  /** The same for a command that answers a question about {@code now}: to the whole second. */
  Network loadForAnswers(Surroundings surroundings, String scenario) {
    return loaded(surroundings, scenario, wholeSecond(surroundings));
  }

  private Network loaded(Surroundings surroundings, String scenario, long nowNs) {
    LoadResult result = read(surroundings, scenario, nowNs);
    Network network = result.network();
    if (network == null) {
      throw badInput(scenario, result.problems());
    }
    result.notes().forEach(note -> surroundings.err().println("note: " + note));
    surroundings.err().flush();
    return network;
  }

  /** Loads a scenario; problems are part of the answer. */
  LoadResult read(Surroundings surroundings, String scenario) {
    return read(surroundings, scenario, wholeSecond(surroundings));
  }

  private LoadResult read(Surroundings surroundings, String scenario, long nowNs) {
    if (plugins != null) {
      Plugins.use(plugins);
    }
    Path file = new ScenarioFiles(surroundings.environment()).find(scenario);
    return ScenarioLoader.load(
        file,
        new LoadOptions(nowNs, elements, start)
            .withFetched(FetchCommand.cache(surroundings, null).folder()));
  }

  private static long wholeSecond(Surroundings surroundings) {
    return surroundings.clock().instant().getEpochSecond() * Utc.NS_PER_S;
  }

  private static Failure badInput(String scenario, List<Problem> problems) {
    return Failure.badInput(listing(scenario + " cannot be used", problems), null);
  }

  /** A message with every problem in a line of its own. */
  static String listing(String message, List<Problem> problems) {
    StringBuilder lines = new StringBuilder(message);
    problems.forEach(problem -> lines.append(System.lineSeparator()).append(problem));
    return lines.toString();
  }
}
