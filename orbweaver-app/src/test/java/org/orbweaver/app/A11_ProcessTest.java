package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, with real streams and signals. */
class A11_ProcessTest {
  @TempDir Path folder;

  @Test
  void resultsAndMessagesGoTheirOwnWays() throws Exception {
    Process process = start("path", "hello", "--from", "berlni", "--to", "frankfurt");
    assertThat(text(process, false)).isEmpty();
    assertThat(text(process, true))
        .isEqualTo("orbweaver: there is no node 'berlni'\nDid you mean berlin?\n");
    assertThat(process.waitFor()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void namesKeepTheirLettersWhateverTheLocale() throws Exception {
    String scenario =
        Tiny.write(folder, "letters.yaml", Tiny.YAML.replace("name: near", "name: göteborg-北"));
    Process process = start("plan", scenario, "--terminal", "göteborg-北");
    assertThat(text(process, false)).contains(",göteborg-北,served,");
    assertThat(process.waitFor()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void headTakesWhatItWantsAndTheRestEndsQuietly() throws Exception {
    Process process = start("plan", Tiny.in(folder), "--slots", "10000000");
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).startsWith("slot_start_utc,terminal,");
      assertThat(lines.readLine()).startsWith("2026-05-21T00:00:12Z,near,");
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(text(process, true)).isEmpty();
    assertThat(process.exitValue()).isEqualTo(ExitCode.DONE);
  }

  /** A shell makes what it starts in the background ignore Control-C, and so its children. */
  private static void assumeThatControlCIsHeard() throws Exception {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      assumeThat(Files.readAllLines(status))
          .as("this run was started so that it ignores Control-C")
          .noneMatch(line -> line.matches("SigIgn:\\s*[0-9a-f]*[2367abef]"));
    }
  }

  @Test
  void controlCEndsItQuietlyWith130() throws Exception {
    assumeThatControlCIsHeard();
    Process process = start("plan", Tiny.in(folder), "--slots", "10000000");
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    assertThat(lines.readLine()).isNotEmpty();
    Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
    while (lines.readLine() != null) {
      // Until the process lets go of the pipe.
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(text(process, true)).isEmpty();
    assertThat(process.exitValue()).isEqualTo(130);
  }

  @Test
  void controlCLeavesNothingUnfinishedBehind() throws Exception {
    assumeThatControlCIsHeard();
    Path out = Files.createDirectory(folder.resolve("traces"));
    String scenario = Tiny.in(folder);
    for (String target : List.of("ns3", "netem")) {
      Path trace = out.resolve(target);
      Process process =
          start("export", target, scenario, "--slots", "10000000", "--out", trace.toString());
      while (process.isAlive() && names(out).isEmpty()) {
        Thread.sleep(10);
      }
      assertThat(process.isAlive()).as("still writing").isTrue();
      Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
      assertThat(kill.waitFor()).isZero();
      assertThat(text(process, true)).isEmpty();
      assertThat(process.waitFor()).isEqualTo(130);
      assertThat(names(out)).isEmpty();
    }
  }

  private static List<Path> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aFullDiskIsNamed() throws Exception {
    assumeThat(new File("/dev/full")).as("a device that is always full").exists();
    Process process =
        Run.process("plan", Tiny.in(folder)).redirectOutput(new File("/dev/full")).start();
    assertThat(text(process, true)).startsWith("orbweaver: cannot write the results: ");
    assertThat(process.waitFor()).isEqualTo(ExitCode.ENVIRONMENT);
  }

  @Test
  void aTerminalGetsATableWithColour() throws Exception {
    assumeThat(new File("/usr/bin/script")).as("the program script, for a terminal").exists();
    List<String> command = Run.process("plan", Tiny.in(folder)).command();
    ProcessBuilder onTerminal =
        new ProcessBuilder("script", "-qec", "'" + String.join("' '", command) + "'", "/dev/null");
    onTerminal.environment().put("TERM", "xterm");
    onTerminal.environment().remove("NO_COLOR");
    Process process = onTerminal.redirectInput(new File("/dev/null")).start();
    assertThat(text(process, false))
        .startsWith("\033[1mslot_start_utc        terminal  state ")
        .contains("ring-0-27 ");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void outputToAFileIsCsv() throws Exception {
    Path file = folder.resolve("plan.csv");
    Process process = Run.process("plan", Tiny.in(folder)).redirectOutput(file.toFile()).start();
    assertThat(process.waitFor()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(file)).isEqualTo(Run.run("plan", Tiny.in(folder)).out());
  }

  private static Process start(String... args) throws IOException {
    Process process = Run.process(args).start();
    process.getOutputStream().close();
    return process;
  }

  private static String text(Process process, boolean messages) throws IOException {
    return new String(
        (messages ? process.getErrorStream() : process.getInputStream()).readAllBytes(),
        StandardCharsets.UTF_8);
  }
}
