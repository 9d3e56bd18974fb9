package org.orbweaver.app;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/**
 * What the launcher runs once after a build, so that Java can keep the classes that are loaded and
 * linked meanwhile and later starts are quick (JEP 514). Does what users do first.
 */
final class Training {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("plan", "hello", "--slots", "2"),
          List.of("path", "hello", "--from", "berlin", "--to", "frankfurt"));

  private Training() {}

  /** Fails where a command does, so that a broken build is noticed in the training's log. */
  public static void main(String[] args) {
    Surroundings process = Surroundings.ofProcess();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Surroundings quiet =
        new Surroundings(
            nowhere, process.err(), false, false, process.environment(), process.clock());
    for (List<String> command : COMMANDS) {
      int exitCode = Main.run(quiet, command.toArray(String[]::new));
      if (exitCode != ExitCode.DONE) {
        throw new IllegalStateException(command + " ended with " + exitCode);
      }
    }
  }
}
