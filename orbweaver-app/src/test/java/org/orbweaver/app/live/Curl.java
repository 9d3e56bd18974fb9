package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program curl, as users have it. */
final class Curl {
  private Curl() {}

  static void assumeInstalled() {
    boolean installed =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
    assumeTrue(installed, "curl is not installed");
  }

  /** Begins a request through a terminal. */
  static Process start(int socksPort, String terminal, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("curl", "-sS", "--fail", "-x"));
    command.add("socks5h://" + terminal + ":@127.0.0.1:" + socksPort);
    command.addAll(List.of(arguments));
    return start(command);
  }

  static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** What a request through a terminal answers. */
  static String get(int socksPort, String terminal, String... arguments) throws Exception {
    Process curl = start(socksPort, terminal, arguments);
    String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(exitCode(curl)).as("curl's exit code").isZero();
    return answer;
  }

  static int exitCode(Process curl) throws InterruptedException {
    assertThat(curl.waitFor(60, TimeUnit.SECONDS)).as("curl ends").isTrue();
    return curl.exitValue();
  }

  /** Reads all of a process's output as it comes. */
  static byte[] output(Process curl) throws IOException {
    try (InputStream in = curl.getInputStream()) {
      return in.readAllBytes();
    }
  }
}
