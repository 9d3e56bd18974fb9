package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.app.validation.Fixtures;

/** Traces, read back by nothing of ours and compared with what {@code plan} says. */
class A15_ExportCommandTest {
  private static final int SLOTS = 40;
  private static final int HOLD_MS = 250;

  @TempDir Path folder;
  private String tiny = "";

  /** One setting of a trace of netem. */
  private record Setting(
      long ms, String direction, double delayMs, double rateBps, long limit, int lossPercent) {}

  @BeforeEach
  void aNetwork() {
    tiny =
        Tiny.write(
            folder, "tiny.yaml", Tiny.YAML + "schedule: { handoverHoldMs: " + HOLD_MS + " }\n");
  }

  @Test
  void a01_netemHasThePlansDelayRateAndServiceAtEverySlot() throws IOException {
    String out = folder.resolve("traces").toString();
    Outcome outcome =
        Run.run("export", "netem", tiny, "--slots=" + SLOTS, "--step=5s", "--out", out);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).isEqualTo(out + "\n");
    assertThat(Files.readString(Path.of(out, "index.csv")))
        .isEqualTo(
            "terminal,file\nnear,near.netem\nfar,far.netem\npolar,polar.netem\nhub,hub.netem\n");
    int handovers = 0;
    for (String terminal : List.of("near", "far", "polar", "hub")) {
      List<Map<String, String>> plan = plan(terminal);
      for (String direction : List.of("up", "down")) {
        NavigableMap<Long, Setting> settings =
            settings(Path.of(out, terminal + ".netem"), direction);
        for (int slot = 0; slot < SLOTS; slot++) {
          Map<String, String> row = plan.get(slot);
          Setting first = settings.floorEntry(slot * 15_000L).getValue();
          assertThat(first.ms()).as("a setting at each slot's start").isEqualTo(slot * 15_000L);
          boolean served = Fixtures.text(row, "state").equals("served");
          assertThat(first.lossPercent()).isEqualTo(served ? 0 : 100);
          if (!served) {
            continue;
          }
          boolean handover = Fixtures.text(row, "handover").equals("true");
          double oneWayMs = Fixtures.number(row, "rtt_ms") / 2;
          assertThat(first.delayMs())
              .isCloseTo(oneWayMs + (handover ? HOLD_MS : 0), within(0.0006));
          assertThat(first.rateBps())
              .isCloseTo(1e6 * Fixtures.number(row, direction + "_mbps"), within(501.0));
          assertThat((double) first.limit())
              .as("room for what is under way")
              .isGreaterThan(first.rateBps() * first.delayMs() / 1e3 / 12_000);
          handovers += handover ? 1 : 0;
          List<Long> times =
              settings.subMap(slot * 15_000L, (slot + 1) * 15_000L).keySet().stream()
                  .map(ms -> ms % 15_000)
                  .toList();
          assertThat(times)
              .isEqualTo(
                  handover
                      ? List.of(0L, (long) HOLD_MS, 5_000L, 10_000L)
                      : List.of(0L, 5_000L, 10_000L));
        }
      }
    }
    assertThat(handovers).as("seen in the trace").isGreaterThan(2);
  }

  @Test
  void a02_theDelayWithinASlotIsThatOfThePathAtThatMoment() throws IOException {
    String out = folder.resolve("traces").toString();
    Run.run("export", "netem", tiny, "--step=1s", "--terminal", "near", "--out", out);
    NavigableMap<Long, Setting> settings = settings(Path.of(out, "near.netem"), "up");
    Outcome path =
        Run.run(
            "path",
            tiny,
            "--from",
            "near",
            "--to",
            "pop:hub",
            "--step",
            "1s",
            "--count",
            "15",
            "--format",
            "csv");
    List<Map<String, String>> rows = csv(path.out());
    for (int second = 0; second < 15; second++) {
      Setting setting = settings.floorEntry(second * 1000L).getValue();
      if (setting.delayMs() < HOLD_MS) {
        assertThat(setting.delayMs())
            .isCloseTo(Fixtures.number(rows.get(second), "rtt_ms") / 2, within(0.02));
      }
    }
  }

  @Test
  void a03_ns3HasOneTableOfAllTerminals() throws IOException {
    Path out = folder.resolve("trace.csv");
    assertThat(
            Run.run("export", "ns3", tiny, "--slots=" + SLOTS, "--step=5s", "--out", out.toString())
                .exitCode())
        .isZero();
    List<Map<String, String>> rows = csv(Files.readString(out));
    double before = 0;
    for (String terminal : List.of("near", "far", "polar", "hub")) {
      List<Map<String, String>> plan = plan(terminal);
      List<Map<String, String>> own =
          rows.stream().filter(row -> Fixtures.text(row, "terminal").equals(terminal)).toList();
      int at = 0;
      for (Map<String, String> row : own) {
        double time = Fixtures.number(row, "time_s");
        assertThat(time).isGreaterThanOrEqualTo(at == 0 ? 0 : before);
        before = time;
        int slot = (int) (time / 15);
        if (time == slot * 15.0) {
          assertThat(Fixtures.text(row, "satellite"))
              .isEqualTo(Fixtures.text(plan.get(slot), "satellite"));
          assertThat(Fixtures.text(row, "gateway"))
              .isEqualTo(Fixtures.text(plan.get(slot), "gateway"));
          String state = Fixtures.text(row, "state");
          assertThat(state.equals("unserved"))
              .isEqualTo(Fixtures.text(plan.get(slot), "state").equals("unserved"));
          if (!state.equals("unserved")) {
            assertThat(Fixtures.text(row, "down_mbps"))
                .isEqualTo(Fixtures.text(plan.get(slot), "down_mbps"));
            assertThat(Fixtures.number(row, "one_way_delay_ms"))
                .isCloseTo(
                    Fixtures.number(plan.get(slot), "rtt_ms") / 2
                        + (state.equals("held") ? HOLD_MS : 0),
                    within(1e-5));
          }
          at++;
        }
      }
      assertThat(at).as("slots of %s", terminal).isEqualTo(SLOTS);
    }
  }

  @Test
  void a04_theScriptSpeaksToTcInTime() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/uptime")), "the script needs Linux");
    Path out = folder.resolve("traces");
    Run.run("export", "netem", tiny, "--step=5s", "--terminal", "near", "--out", out.toString());
    Files.writeString(
        out.resolve("short.netem"),
        """
        # a remark
        0 up delay 1.000ms rate 1000bit limit 1000 loss 0%
        0 down delay 1.000ms rate 2000bit limit 1000 loss 0%
        120 up delay 2.000ms rate 1000bit limit 1000 loss 0%
        120 down delay 0.000ms rate 1000000bit limit 1000 loss 100%
        """);
    assertThat(play(out, "short.netem", "eth0", "ifb0"))
        .isEqualTo(
            """
            qdisc replace dev eth0 root handle 1: netem delay 1.000ms rate 1000bit limit 1000 loss 0%
            qdisc replace dev ifb0 root handle 1: netem delay 1.000ms rate 2000bit limit 1000 loss 0%
            qdisc change dev eth0 root handle 1: netem delay 2.000ms rate 1000bit limit 1000 loss 0%
            qdisc change dev ifb0 root handle 1: netem delay 0.000ms rate 1000000bit limit 1000 loss 100%
            """);
    assertThat(play(out, "short.netem", "eth0")).hasLineCount(2).doesNotContain("ifb0");
    assertThat(play(out)).startsWith("usage: sh play.sh TRACE UPDEV");
  }

  @Test
  void a05_whatIsThereStaysUnlessForced() throws IOException {
    Path file = Files.writeString(folder.resolve("trace.csv"), "mine");
    String[] again = {"export", "ns3", tiny, "--out", file.toString()};
    Outcome refused = Run.run(again);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("is there already");
    assertThat(file).hasContent("mine");
    assertThat(Run.run("export", "ns3", tiny, "--force", "--out", file.toString()).exitCode())
        .isZero();
    assertThat(file).content().startsWith("time_s,");
    assertThat(Run.run("export", "netem", tiny, "--out", file.toString()).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a06_wrongUseLeavesNothing() throws IOException {
    String out = folder.resolve("new").toString();
    for (String[] wrong :
        new String[][] {
          {"--slots=0"},
          {"--step=1us"},
          {"--terminal=nobody"},
          {"--start=2262-01-01T00:00:00Z"},
          {"--slots=2000000000"}
        }) {
      Outcome outcome = Run.run("export", "netem", tiny, wrong[0], "--out", out);
      assertThat(outcome.exitCode())
          .as("%s: %s", wrong[0], outcome.err())
          .isIn(ExitCode.USAGE, ExitCode.BAD_INPUT);
    }
    assertThat(Run.run("export", "netem", folder + "/gone.yaml", "--out", out).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Run.run("export", "ns3", tiny).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.run("export", "ns4", tiny, "--out", out).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.run("export", "ns3", tiny, "--out", "-"))
        .isEqualTo(
            new Outcome(
                ExitCode.USAGE,
                "",
                """
                orbweaver: --out - is not standard output: what is written comes to its place whole
                Name a file or folder; ./- is one of that name.
                """));
    assertThat(Run.run("export", "ns3", tiny, "--out=").err()).startsWith("orbweaver: --out is ");
    Outcome nowhere = Run.run("export", "ns3", tiny, "--out", tiny + "/trace.csv");
    assertThat(nowhere.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(nowhere.err()).contains("cannot write beside ").doesNotContain("Exception");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString())).containsExactly("tiny.yaml");
    }
  }

  @Test
  void a07_noServiceAtAllIsTheAnswerNo() {
    String out = folder.resolve("polar").toString();
    assertThat(Run.run("export", "netem", tiny, "--terminal", "polar", "--out", out).exitCode())
        .isEqualTo(ExitCode.NO);
    assertThat(Path.of(out, "polar.netem"))
        .content()
        .endsWith("0 down delay 0.000ms rate 1000000bit limit 1000 loss 100%\n");
  }

  private List<Map<String, String>> plan(String terminal) throws IOException {
    Outcome plan =
        Run.run("plan", tiny, "--slots=" + SLOTS, "--terminal", terminal, "--format=csv");
    assertThat(plan.exitCode()).isIn(ExitCode.DONE, ExitCode.NO);
    return csv(plan.out());
  }

  private static List<Map<String, String>> csv(String text) throws IOException {
    List<String> lines = text.lines().toList();
    String[] header = lines.getFirst().split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new TreeMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** By hand, as tc would: words in pairs. */
  private static NavigableMap<Long, Setting> settings(Path file, String direction)
      throws IOException {
    NavigableMap<Long, Setting> settings = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] words = line.split(" ");
      assertThat(words).hasSize(10);
      assertThat(List.of(words[2], words[4], words[6], words[8]))
          .containsExactly("delay", "rate", "limit", "loss");
      if (words[1].equals(direction)) {
        long ms = Long.parseLong(words[0]);
        Setting setting =
            new Setting(
                ms,
                direction,
                Double.parseDouble(words[3].replaceAll("ms$", "")),
                Double.parseDouble(words[5].replaceAll("bit$", "")),
                Long.parseLong(words[7]),
                Integer.parseInt(words[9].replaceAll("%$", "")));
        assertThat(settings.put(ms, setting)).as("one setting a moment").isNull();
      }
    }
    return settings;
  }

  private static String play(Path folder, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "play.sh"));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }

  @Test
  void whatAKilledExportHasLeftIsNamed_andThatOfALivingOneIsNot() throws Exception {
    Path out = folder.resolve("trace.csv");
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path left = Files.createFile(folder.resolve(".trace.csv.partial-" + ended.pid()));
    long alive = ProcessHandle.current().parent().orElseThrow().pid();
    Files.createFile(folder.resolve(".trace.csv.partial-" + alive));
    Files.createFile(folder.resolve(".other.csv.partial-" + ended.pid()));
    Outcome outcome = Run.run("export", "ns3", Tiny.in(folder), "--out", out.toString());
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.err().strip())
        .isEqualTo("note: an export was killed and left " + left.toAbsolutePath());
    assertThat(out).isNotEmptyFile();
  }
}
