package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Main;

/** {@code up} and {@code down} as real processes, from start to every kind of end. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(180)
final class A08_UpProcessTest {
  private static final int SIGHUP = 1;
  private static final int SIGINT = 2;

  @TempDir Path folder;

  private Child up(String... more) throws Exception {
    return up(folder, more);
  }

  static Child up(Path folder, String... more) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add("up");
    arguments.add(ShortNetwork.file().toString());
    if (!List.of(more).contains("--socks-port")) {
      arguments.addAll(List.of("--socks-port", "0"));
    }
    arguments.addAll(List.of(more));
    return Child.start(
        A04_PlacesTest.environment(folder), Main.class, arguments.toArray(String[]::new));
  }

  /** The port that {@code up} says is open. */
  static int port(Child up) throws InterruptedException {
    return Integer.parseInt(up.await("SOCKS5 on").replaceFirst(".*127\\.0\\.0\\.1:(\\d+).*", "$1"));
  }

  private void assertNothingIsLeft() {
    assertThat(folder.resolve("run/orbweaver")).isEmptyDirectory();
    assertThat(folder.resolve("state/orbweaver/short/lock")).isEmptyFile();
  }

  @Test
  void a01_saysWhatToTryThenALineASlot() throws Exception {
    try (Child up = up("--for", "5s")) {
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
      List<String> output = up.output();
      assertThat(output.getFirst()).startsWith("Orbweaver ").endsWith("network short");
      assertThat(output)
          .contains("3,000 satellites, 1 gateways, 2 PoPs, 2 terminals")
          .contains("from 2026-11-22T12:00:00Z, slots of 2 s")
          .anyMatch(line ->
              line.matches(
                  "Try   curl -x socks5h://pontianak:@127\\.0\\.0\\.1:\\d+"
                      + " http://singapore\\.pop\\.orbweaver/whoami"));
      assertThat(output.stream().filter(line -> line.matches("12:00:0\\dZ  slot   \\d  .*")))
          .hasSizeBetween(3, 4)
          .allMatch(line -> line.contains("  served 1/2  "));
      assertThat(output.getLast())
          .matches("Stopped after . s: [34] slots, all planned in time, .* over 0 connections\\.");
      assertThat(up.errors()).isEmpty();
      assertNothingIsLeft();
    }
  }

  @Test
  void a02_sigtermEndsItInOrder() throws Exception {
    endsInOrder("TERM");
  }

  @Test
  void a03_sigintEndsItInOrder() throws Exception {
    assumeTrue(!isIgnored(SIGINT), "SIGINT is ignored here, as in a script's background");
    endsInOrder("INT");
  }

  @Test
  void a04_soDoesTheTerminalThatIsClosed() throws Exception {
    assumeTrue(!isIgnored(SIGHUP), "SIGHUP is ignored here, as nohup does");
    endsInOrder("HUP");
  }

  private void endsInOrder(String signal) throws Exception {
    try (Child up = up()) {
      int port = port(up);
      up.await("slot   1");
      assertThat(folder.resolve("run/orbweaver/short.pid")).hasContent(up.pid() + "\n");
      try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), port)) {
        up.signal(signal);
        assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(isClosed(idle)).as("the connection is closed").isTrue();
      }
      assertThat(up.output().getLast()).startsWith("Stopped after ");
      assertNothingIsLeft();
    }
  }

  private static boolean isClosed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Test
  void a05_afterSigkillTheNextStartIsClean() throws Exception {
    int port;
    try (Child killed = up()) {
      port = port(killed);
      killed.signal("KILL");
      killed.exitCode();
    }
    try (Child up = up("--socks-port", Integer.toString(port))) {
      up.await("slot   1");
      assertThat(folder.resolve("run/orbweaver/short.pid")).hasContent(up.pid() + "\n");
      up.signal("TERM");
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(up.errors()).isEmpty();
      assertNothingIsLeft();
    }
  }

  @Test
  void a06_theSecondOfOneNetworkIsRefusedWithThePidOfTheFirst() throws Exception {
    try (Child first = up()) {
      first.await("slot   1");
      try (Child second = up()) {
        assertThat(second.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(second.output()).isEmpty();
        assertThat(second.errors().lines())
            .containsExactly(
                "orbweaver: the network short is already running, pid " + first.pid(),
                "Stop it with: orbweaver down short");
      }
      first.await("slot   2");
    }
  }

  @Test
  void a07_aPortInUseIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Child up = up("--socks-port", Integer.toString(taken.getLocalPort()))) {
      assertThat(up.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(up.output()).isEmpty();
      assertThat(up.errors())
          .contains("port " + taken.getLocalPort() + " on 127.0.0.1")
          .contains("--socks-port");
      assertNothingIsLeft();
    }
  }

  @Test
  void a08_aFolderThatCannotBeWrittenIsNamedWithTheRemedy() throws Exception {
    Map<String, String> environment = new HashMap<>(A04_PlacesTest.environment(folder));
    environment.put("XDG_STATE_HOME", "/proc/1");
    try (Child up = Child.start(environment, Main.class, "up", ShortNetwork.file().toString())) {
      assertThat(up.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(up.errors()).contains("/proc/1/orbweaver").contains("Set XDG_STATE_HOME");
    }
  }

  @Test
  void a09_machinesReadALineForEachEvent() throws Exception {
    try (Child up = up("--for", "3s", "--format", "json")) {
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
      List<String> output = up.output();
      assertThat(output).allMatch(line -> line.startsWith("{\"format\":\"orbweaver.up/1\","));
      assertThat(output.getFirst()).contains("\"event\":\"started\"", "\"pid\":" + up.pid());
      assertThat(output.get(1))
          .contains("\"event\":\"slot\"", "\"slotStartUtc\":\"2026-11-22T12:00:00Z\"");
      assertThat(output.getLast()).contains("\"event\":\"stopped\"", "\"reason\":\"duration\"");
    }
  }

  @Test
  void a10_quietLeavesOutTheSlots() throws Exception {
    try (Child up = up("--for", "3s", "--quiet")) {
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(up.output())
          .noneMatch(line -> line.contains("  slot "))
          .last()
          .asString()
          .matches("Stopped after . s: [23] slots, .*");
    }
  }

  @Test
  void a11_downStopsWhatRuns() throws Exception {
    try (Child up = up()) {
      up.await("slot   1");
      try (Child down = Child.start(A04_PlacesTest.environment(folder), Main.class, "down")) {
        assertThat(down.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(down.output()).containsExactly("stopped short, pid " + up.pid());
      }
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
      try (Child down = Child.start(A04_PlacesTest.environment(folder), Main.class, "down")) {
        assertThat(down.exitCode()).isEqualTo(ExitCode.NO);
        assertThat(down.errors().strip()).isEqualTo("no network runs");
      }
      assertNothingIsLeft();
    }
  }

  @Test
  void a12_endsWhenNobodyReadsItsOutputAnyMore() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder shell =
        new ProcessBuilder(
            "sh",
            "-c",
            "(\"$0\" -cp \"$1\" org.orbweaver.app.Main up \"$2\" --socks-port 0;"
                + " echo $? >\"$3\") | head -n 1",
            java,
            System.getProperty("java.class.path"),
            ShortNetwork.file().toString(),
            folder.resolve("code").toString());
    shell.environment().putAll(A04_PlacesTest.environment(folder));
    Process process = shell.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.waitFor();
    Path code = folder.resolve("code");
    for (int look = 0; look < 600 && !(Files.exists(code) && Files.size(code) > 0); look++) {
      Thread.sleep(100);
    }
    assertThat(code).hasContent("0\n");
    assertNothingIsLeft();
  }

  /** Whether this process, and so its children, ignore a signal. */
  private static boolean isIgnored(int signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("SigIgn:")) {
        long mask = Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16);
        return (mask >> (signal - 1) & 1) == 1;
      }
    }
    return false;
  }
}
