package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Main;

/** Real programs whose packets meet a recorded trace. */
@Timeout(180)
final class A25_ReplayedPacketsTest {
  @TempDir Path folder;

  @BeforeEach
  void mayMakeNetworks() {
    RealNetworks.assumeAllowed();
  }

  private Child tell(String... words) throws Exception {
    return Child.start(A04_PlacesTest.environment(folder), Main.class, words);
  }

  private Child up(String... traces) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("up", ShortNetwork.file().toString(), "--socks-port", "0"));
    words.addAll(List.of(traces));
    return tell(words.toArray(String[]::new));
  }

  private Child ping(int millis) throws Exception {
    return tell(
        RealNetworks.exec("tromso", PingSeries.class, "tokyo.pop", Integer.toString(millis)));
  }

  @Test
  void a01_pingsFeelTheJumpsOfATrace_whereTheModelHasNoService() throws Exception {
    Path trace =
        Files.writeString(
            folder.resolve("steps.csv"),
            """
            time_s,rtt_ms,rate_up_mbps,rate_down_mbps
            0,40,10,10
            1,40,10,10
            1,140,10,10
            2,140,10,10
            """);
    try (Child up = up("--trace", "tromso=" + trace)) {
      assertThat(up.await("tromso follows")).contains("steps.csv", "4 rows, 2 s, again and again");
      up.await("slot   1");
      try (Child pings = ping(3_000)) {
        assertThat(pings.exitCode()).as(pings.errors()).isEqualTo(ExitCode.DONE);
        assertBothSteps(pings);
      }
      try (Child ps = tell("ps", "--format", "json")) {
        ps.exitCode();
        assertThat(String.join("", ps.output())).contains("\"trace\":\"" + trace + "\"");
      }
      assertThat(up.errors()).doesNotContain("Exception");
    }
  }

  @Test
  void a02_badTracesAreRefusedBeforeAnythingStarts() throws Exception {
    Path trace = Files.writeString(folder.resolve("bad.csv"), "time_s,rtt_ms\n0,fast\n");
    try (Child up = up("--trace", "tromso=" + trace)) {
      assertThat(up.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(up.errors()).contains("bad.csv:2:3 rtt_ms: is \"fast\"; a number from 0 to 60000");
    }
    try (Child up = up("--trace", "oslo=" + trace)) {
      assertThat(up.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(up.errors()).contains("there is no terminal oslo");
    }
  }

  @Test
  void a03_whatIsRecordedCanBeReplayed_andFilesAreWholeAfterASignal() throws Exception {
    Path trace =
        Files.writeString(
            folder.resolve("steps.csv"),
            """
            time_s,up_ms,down_ms,rate_up_mbps,rate_down_mbps,loss_percent
            0,15,25,10,10,0
            0.5,15,25,10,10,0
            0.5,15,125,10,10,0
            1,15,125,10,10,0
            """);
    Path pcap = folder.resolve("a.pcapng");
    Path csv = folder.resolve("a.csv");
    Path again = folder.resolve("again.csv");
    try (Child up = up("--trace", "tromso=" + trace)) {
      up.await("slot   1");
      try (Child first = ping(50)) {
        assertThat(first.exitCode()).as(first.errors()).isZero();
      }
      try (Child record =
          tell(
              "record",
              "tromso",
              "--pcap",
              pcap.toString(),
              "--csv",
              csv.toString(),
              "--trace",
              again.toString())) {
        long untilNs = System.nanoTime() + 60_000_000_000L;
        while (!record.errors().contains("recording") && System.nanoTime() < untilNs) {
          Thread.sleep(20);
        }
        try (Child second = tell("record", "tromso", "--csv", folder.resolve("b").toString())) {
          assertThat(second.exitCode()).isEqualTo(ExitCode.USAGE);
          assertThat(second.errors()).contains("tromso is being recorded already");
        }
        for (int tries = 0; tries < 10 && !hasBothSteps(again); tries++) {
          try (Child pings = ping(1_200)) {
            assertThat(pings.exitCode()).as(pings.errors()).isZero();
          }
        }
        record.signal("TERM");
        assertThat(record.exitCode()).as(record.errors()).isEqualTo(ExitCode.DONE);
        assertThat(record.output().getLast()).endsWith("packets recorded");
      }
      try (Child full = tell("record", "tromso", "--csv", "/dev/full", "--force")) {
        assertThat(full.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(full.errors()).contains("cannot write /dev/full").doesNotContain("Exception");
      }
      try (Child nowhere = tell("record", "tromso", "--csv", "/nowhere/a.csv")) {
        assertThat(nowhere.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      }
      try (Child ended = tell("record", "tromso", "--csv", csv + "2", "--for", "100ms")) {
        assertThat(ended.exitCode()).as("the network has let it go").isEqualTo(ExitCode.DONE);
      }
      assertThat(up.errors()).doesNotContain("Exception");
    }
    List<String> rows = Files.readAllLines(csv);
    assertThat(rows).hasSizeGreaterThan(5);
    assertThat(rows.getLast().split(",")).hasSize(7);
    for (String row : rows.stream().filter(row -> row.contains(",delivered,")).toList()) {
      double least = row.contains(",up,") ? 15 : 25;
      assertThat(Double.parseDouble(row.split(",")[4])).isBetween(least, least + 10_000);
    }
    assertThat(Files.size(pcap)).isGreaterThan(500);
    if (Files.isExecutable(Path.of("/usr/bin/tshark"))) {
      Process tshark =
          new ProcessBuilder("tshark", "-r", pcap.toString(), "-Y", "icmp || icmpv6")
              .redirectErrorStream(true)
              .start();
      String seen = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(tshark.waitFor()).as(seen).isZero();
      assertThat(seen).contains("request", "reply").doesNotContain("Malformed", "cut short");
    }
    assertThat(hasBothSteps(again)).as(Files.readString(again)).isTrue();
    try (Child up = up("--trace", "tromso=" + again)) {
      up.await("slot   1");
      try (Child pings = ping(3_000)) {
        assertThat(pings.exitCode()).as(pings.errors()).isZero();
        assertBothSteps(pings);
      }
      assertThat(up.errors()).doesNotContain("Exception");
    }
  }

  /** Whether a recorded path was once 15 ms up and 25 ms down, and once 15 and 125. */
  private static boolean hasBothSteps(Path trace) throws Exception {
    List<String> rows = Files.readAllLines(trace);
    return rows.stream().anyMatch(row -> row.matches("[^,]*,15\\.0\\d*,25\\.0.*"))
        && rows.stream().anyMatch(row -> row.matches("[^,]*,15\\.0\\d*,125\\.0.*"));
  }

  private static void assertBothSteps(Child pings) throws Exception {
    List<Double> ms = pings.output().stream().map(Double::valueOf).sorted().toList();
    assertThat(ms.getFirst()).as("never early, and on the trace's low step").isBetween(40.0, 139.0);
    assertThat(ms.getLast()).as("the high step").isGreaterThanOrEqualTo(140.0);
  }
}
