package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody did wrong at the keyboard: faults of ours, lost readers, full disks. */
class A07_FaultTest {
  private final StringWriter err = new StringWriter();

  @Test
  void aFaultOfOursIsALineAndTheWayToItsDetails() {
    int exitCode = run(new PrintWriter(new StringWriter()), Map.of(), brokenClock());
    assertThat(exitCode).isEqualTo(ExitCode.OUR_FAULT);
    assertThat(err.toString())
        .isEqualTo(
            """
            orbweaver: a fault of ours, not yours: java.lang.IllegalStateException: no clock
            ORBWEAVER_DEBUG=1 prints the details for a report.
            """);
  }

  @Test
  void theDetailsComeOnRequestOnly() {
    run(new PrintWriter(new StringWriter()), Map.of("ORBWEAVER_DEBUG", "1"), brokenClock());
    assertThat(err.toString()).contains("\tat org.orbweaver.app.").doesNotContain("prints the");
  }

  @Test
  void aReaderThatWentAwayEndsTheCommandQuietly() {
    int exitCode = run(failing("Broken pipe"), Map.of(), InstantSource.system());
    assertThat(exitCode).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "--help", "help", "version"})
  void alsoWhereOnlyAPageIsPrinted(String page) {
    int exitCode = run(failing("Broken pipe"), Map.of(), InstantSource.system(), page);
    assertThat(exitCode).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aFullDiskIsNamed() {
    int exitCode = run(failing("No space left on device"), Map.of(), InstantSource.system());
    assertThat(exitCode).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(err.toString())
        .isEqualTo("orbweaver: cannot write the results: No space left on device\n");
  }

  @Test
  void onlyTheNamesOfTerminalsAreTerminals() {
    assertThat(TerminalCheck.isTerminalName("/dev/pts/3")).isTrue();
    assertThat(TerminalCheck.isTerminalName("/dev/tty1")).isTrue();
    assertThat(TerminalCheck.isTerminalName("/dev/console")).isTrue();
    assertThat(TerminalCheck.isTerminalName("/dev/null")).isFalse();
    assertThat(TerminalCheck.isTerminalName("pipe:[12345]")).isFalse();
    assertThat(TerminalCheck.isTerminalName("/tmp/out.csv")).isFalse();
  }

  private int run(PrintWriter out, Map<String, String> environment, InstantSource clock) {
    return run(out, environment, clock, "plan", "hello");
  }

  private int run(
      PrintWriter out, Map<String, String> environment, InstantSource clock, String... command) {
    Surroundings surroundings =
        new Surroundings(out, new PrintWriter(err), false, false, environment, clock);
    return Main.run(surroundings, command);
  }

  private static InstantSource brokenClock() {
    return () -> {
      throw new IllegalStateException("no clock");
    };
  }

  private static PrintWriter failing(String why) {
    return new PrintWriter(
        new ResultStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(why);
              }
            }),
        false,
        StandardCharsets.UTF_8);
  }
}
