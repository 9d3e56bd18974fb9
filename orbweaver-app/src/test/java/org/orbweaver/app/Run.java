package org.orbweaver.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a command in this process, with captured streams and a clock that stands still. */
public final class Run {
  private final Map<String, String> environment = new HashMap<>();
  private boolean terminal;
  private Instant now = Instant.parse("2026-05-21T12:00:00Z");

  /** What a command left. */
  public record Outcome(int exitCode, String out, String err) {}

  private Run() {}

  /** One command in empty surroundings. */
  public static Outcome run(String... args) {
    return new Run().command(args);
  }

  public static Run within() {
    return new Run();
  }

  /** One command in a process of its own, without settings of this one's environment. */
  static ProcessBuilder process(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("ORBWEAVER_"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  public Run variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Both streams are watched by a person. */
  public Run onTerminal() {
    terminal = true;
    return this;
  }

  public Run at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  public Outcome command(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            terminal,
            terminal,
            environment,
            InstantSource.fixed(now));
    int exitCode = Main.run(surroundings, args);
    return new Outcome(exitCode, out.toString(), err.toString());
  }
}
