package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Main;
import org.orbweaver.app.metrics.Parsed;

/** Watching a network that carries something. */
@Timeout(180)
final class A22_TopTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  @TempDir Path folder;

  private URI metrics = URI.create("http://127.0.0.1/");

  @BeforeEach
  void mayMakeNetworks() {
    RealNetworks.assumeAllowed();
  }

  private Child tell(String... words) throws Exception {
    return Child.start(A04_PlacesTest.environment(folder), Main.class, words);
  }

  private Child up() throws Exception {
    Child up =
        tell("up", ShortNetwork.file().toString(), "--socks-port", "0", "--metrics-port", "0");
    metrics = URI.create(up.await("metrics on ").substring("metrics on ".length()));
    up.await("slot   1");
    return up;
  }

  private String metrics() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private List<String> rows(String... words) throws Exception {
    try (Child command = tell(words)) {
      int ended = command.exitCode();
      int late = command.errors().contains("INVALID") ? ExitCode.NO : ExitCode.DONE;
      assertThat(ended).as(command.errors()).isEqualTo(late);
      return command.output();
    }
  }

  @Test
  void a01_ratesAndDropsOfWhatIsCarriedNow_andCountersOfBothEnds() throws Exception {
    try (Child up = up();
        Child pop = tell("exec", "pop:singapore", "--", "true");
        Child sender = tell(RealNetworks.exec("pontianak", Flood.class, "singapore.pop"))) {
      assertThat(pop.exitCode()).isZero();
      sender.await("ready");
      String row = "";
      // Until it is looked at between two handovers, and the machine lets it send.
      for (int look = 0; look < 20 && !row.matches("pontianak,SERVED,[1-9].*"); look++) {
        List<String> rows = rows("top", "pont*", "--once", "--interval", "300ms");
        assertThat(rows).hasSize(2);
        row = rows.getLast();
      }
      // 4 Mbit/s up, which is less than what is sent; 3.6 ms to a satellite and down.
      assertThat(row)
          .matches("pontianak,SERVED,[1-9]\\d*\\.\\d+,[^,]*,[1-4]\\.\\d+,16.000,4\\.\\d.*");
      assertThat(row).matches(".*,ring-[^,]*,batam,singapore,.*");
      List<String> ps = rows("ps", "--format", "csv");
      assertThat(ps).anyMatch(line -> line.matches("pontianak,.*,[1-9]\\d*,[1-9]\\d*,[1-9].*"));
      String there = ps.stream().filter(line -> line.startsWith("pop:")).findFirst().orElseThrow();
      assertThat(List.of(there.split(",", -1)).get(11)).as("packets to the PoP").matches("[1-9].*");
      Parsed metrics = Parsed.of(metrics(), false);
      String node = "direction=up, kind=terminal, node=pontianak";
      assertThat(metrics.value("orbweaver_node_bytes_total", node)).isPositive();
      assertThat(metrics.value("orbweaver_node_dropped_packets_total", "cause=queue, " + node))
          .isPositive();
      assertThat(metrics.value("orbweaver_engine_timing_error_seconds_count", "")).isPositive();
      try (Child nobody = tell("top", "tromso", "--once", "--interval", "100ms")) {
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.NO);
        assertThat(nobody.errors()).contains("no network of its own: tromso");
      }
      try (Child wrong = tell("top", "--sort", "beauty")) {
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.errors()).contains("rate, name, delay, queue, drops");
      }
      assertThat(up.errors()).doesNotContain("Exception");
    }
  }

  @Test
  void a02_onATerminalQEndsIt_andTheTerminalIsAsItWas() throws Exception {
    assumeThat(SCRIPT).as("script of util-linux, which is a terminal").exists();
    String top = String.join(" ", RealNetworks.java(Main.class, "top", "--interval", "100ms"));
    String command = "stty rows 20 cols 70; stty -g; " + top + "; echo ended $?; stty -g";
    ProcessBuilder builder =
        new ProcessBuilder(SCRIPT.toString(), "-qc", command, folder.resolve("log").toString());
    builder.environment().putAll(A04_PlacesTest.environment(folder));
    builder.environment().put("TERM", "xterm");
    builder.redirectOutput(folder.resolve("screen").toFile());
    try (Child up = up();
        Child node = tell("exec", "pontianak", "--", "true")) {
      assertThat(node.exitCode()).as(up.errors()).isZero();
      Process terminal = builder.start();
      try (OutputStream keys = terminal.getOutputStream()) {
        while (terminal.isAlive() && !screen().contains("pontianak")) {
          Thread.sleep(50);
        }
        keys.write('q');
        keys.flush();
        assertThat(terminal.waitFor(60, TimeUnit.SECONDS)).as("q ends it").isTrue();
      } finally {
        terminal.destroyForcibly();
      }
      List<String> lines = screen().lines().toList();
      String end = screen().substring(screen().lastIndexOf("\033[?7h\033[?25h\033[?1049l"));
      assertThat(end).as("back on the first screen").contains("ended 0", lines.getFirst().strip());
    }
  }

  private String screen() throws Exception {
    return Files.readString(folder.resolve("screen"));
  }
}
