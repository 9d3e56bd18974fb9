package org.orbweaver.app;

import org.orbweaver.app.command.Commands;
import org.orbweaver.app.command.EnvironmentDefaults;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** The program: finds the command, runs it, turns every outcome into an exit code. */
public final class Main {
  private Main() {}

  /** Runs in this process and ends it. */
  public static void main(String[] args) {
    System.exit(run(Surroundings.ofProcess(), args));
  }

  /** Runs a command within the given surroundings; never throws. Returns the exit code. */
  public static int run(Surroundings surroundings, String... args) {
    Faults faults = new Faults(surroundings);
    ClassLoader ours = Thread.currentThread().getContextClassLoader();
    int exitCode;
    try {
      exitCode = commandLine(surroundings, faults, args).execute(Commands.guarded(args));
      if (!faults.outputIsLost()) {
        surroundings.out().flush();
      }
    } catch (Throwable e) {
      exitCode = faults.report(e);
    } finally {
      Thread.currentThread().setContextClassLoader(ours);
    }
    try {
      surroundings.err().flush();
    } catch (OutputLost e) {
      return exitCode; // Nobody reads the messages.
    }
    return exitCode;
  }

  /** The parser with every command, as the reference page and the completion script need it. */
  public static CommandLine complete(Surroundings surroundings) {
    return commandLine(surroundings, new Faults(surroundings));
  }

  private static CommandLine commandLine(Surroundings surroundings, Faults faults, String... args) {
    CommandLine commandLine = Commands.assemble(surroundings, args);
    commandLine.setOut(surroundings.out());
    commandLine.setErr(surroundings.err());
    commandLine.setColorScheme(
        CommandLine.Help.defaultColorScheme(surroundings.colour() ? Ansi.ON : Ansi.OFF));
    commandLine.setUsageHelpWidth(96);
    commandLine.setExpandAtFiles(false);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setDefaultValueProvider(new EnvironmentDefaults(surroundings.environment()));
    commandLine.setParameterExceptionHandler((e, arguments) -> faults.wrongUse(e));
    commandLine.setExecutionExceptionHandler((e, command, result) -> faults.report(e));
    commandLine.setExecutionStrategy(result -> runLast(result, faults));
    return commandLine;
  }

  /** Help and version pages are printed outside of what picocli hands to its handlers. */
  private static int runLast(ParseResult result, Faults faults) {
    try {
      return new CommandLine.RunLast().execute(result);
    } catch (OutputLost e) {
      return faults.report(e);
    }
  }
}
