package org.orbweaver.app.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Java process with this test's classes, killed at the latest when it is closed. */
final class Child implements AutoCloseable {
  private static final long PATIENCE_S = 60;
  private static final String END = "\0end";

  private final Process process;
  private final Path errors;
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final List<String> read = new ArrayList<>();

  private Child(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    Thread.ofVirtual().start(this::pump);
  }

  static Child start(Map<String, String> environment, Class<?> main, String... arguments)
      throws IOException {
    return start(environment, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"), main, arguments);
  }

  static Child start(
      Map<String, String> environment, List<String> javaOptions, Class<?> main, String... arguments)
      throws IOException {
    return through(List.of(), environment, javaOptions, main, arguments);
  }

  /** The same started by another program, which becomes it. */
  static Child through(
      List<String> prefix,
      Map<String, String> environment,
      List<String> javaOptions,
      Class<?> main,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile("orbweaver-child", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ORBWEAVER_"));
    builder.environment().putAll(environment);
    return new Child(builder.start(), errors);
  }

  private void pump() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(unread::add);
    } catch (UncheckedIOException | IOException e) {
      unread.add("cannot read: " + e);
    } finally {
      unread.add(END);
    }
  }

  /** Waits for a line of output that contains a text; the lines before it are kept. */
  String await(String text) throws InterruptedException {
    while (true) {
      String line = next();
      if (line == null) {
        throw new AssertionError("ended without '" + text + "': " + read + "\n" + errors());
      }
      if (line.contains(text)) {
        return line;
      }
    }
  }

  private @Nullable String next() throws InterruptedException {
    String line = unread.poll(PATIENCE_S, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("no output for " + PATIENCE_S + " s: " + read + "\n" + errors());
    }
    if (line.equals(END)) {
      unread.add(END);
      return null;
    }
    read.add(line);
    return line;
  }

  /** Sends a signal such as {@code TERM}. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }

  /** Waits for the end; the exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      throw new AssertionError("does not end: " + read + "\n" + errors());
    }
    return process.exitValue();
  }

  /** All lines of output, once it has ended. */
  List<String> output() throws InterruptedException {
    while (next() != null) {
      // Until the end.
    }
    return List.copyOf(read);
  }

  /** What it has written to standard error. */
  String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return "cannot read: " + e;
    }
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(errors);
  }
}
