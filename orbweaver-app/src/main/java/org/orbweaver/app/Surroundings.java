package org.orbweaver.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Everything that a command takes from the process around it. Nothing else in the program reads the
 * environment, the clock or the standard streams.
 *
 * @param out results
 * @param err everything else
 * @param outIsTerminal whether a person reads the results as they come
 * @param errIsTerminal whether a person reads the messages as they come
 * @param environment environment variables; {@code ORBWEAVER_HOME} is set where the launcher ran
 * @param clock the only clock of the process
 */
public record Surroundings(
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment,
    InstantSource clock) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Those of this process. */
  public static Surroundings ofProcess() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    String home = System.getProperty("orbweaver.home");
    if (home != null) {
      environment.put("ORBWEAVER_HOME", home);
    }
    return new Surroundings(
        writer(FileDescriptor.out, false),
        writer(FileDescriptor.err, true),
        TerminalCheck.isTerminal(1),
        TerminalCheck.isTerminal(2),
        environment,
        InstantSource.system());
  }

  /** Whether {@code ORBWEAVER_DEBUG} asks for the details of faults. */
  public boolean debug() {
    return !environment.getOrDefault("ORBWEAVER_DEBUG", "").isEmpty();
  }

  /** Whether the results may carry colour (see no-color.org). */
  public boolean colour() {
    return outIsTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  private static PrintWriter writer(FileDescriptor descriptor, boolean autoFlush) {
    return new PrintWriter(
        new OutputStreamWriter(
            new ResultStream(new FileOutputStream(descriptor)), StandardCharsets.UTF_8),
        autoFlush);
  }
}
