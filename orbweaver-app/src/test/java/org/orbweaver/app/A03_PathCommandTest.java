package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;

class A03_PathCommandTest {
  @TempDir Path folder;
  private String tiny = "";

  @BeforeEach
  void writeScenario() {
    tiny = Tiny.in(folder);
  }

  @Test
  void fromATerminalOverItsGatewayToThePop() {
    Outcome outcome = Run.run("path", tiny, "--from", "near", "--to", "pop:hub");
    assertThat(outcome.out())
        .isEqualTo(
            """
            time_utc,from,to,rtt_ms,hops,path,reason,decision,decision_mark,overruled,trace
            2026-05-21T00:00:12Z,near,hub,16.333753,3,near>ring-0-27>gate>hub,,,,,
            """);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void momentAfterMomentWithTheDelayOfEach() {
    Outcome outcome =
        Run.run("path", tiny, "--from", "near", "--to", "pop:hub", "--step", "10s", "--count", "3");
    assertThat(outcome.out())
        .isEqualTo(
            """
            time_utc,from,to,rtt_ms,hops,path,reason,decision,decision_mark,overruled,trace
            2026-05-21T00:00:12Z,near,hub,16.333753,3,near>ring-0-27>gate>hub,,,,,
            2026-05-21T00:00:22Z,near,hub,16.612503,3,near>ring-0-27>gate>hub,,,,,
            2026-05-21T00:00:32Z,near,hub,23.171639,4,near>ring-0-26>ring-0-27>gate>hub,,,,,
            """);
  }

  @Test
  void instantPathsIgnoreTheScheduleAndStayAmongSatellites() {
    Outcome outcome = Run.run("path", tiny, "--from", "near", "--to", "far", "--instant");
    assertThat(outcome.out())
        .isEqualTo(
            """
            time_utc,from,to,rtt_ms,hops,path,reason,decision,decision_mark,overruled,trace
            2026-05-21T00:00:12Z,near,far,37.487633,6,\
            near>ring-0-27>ring-0-28>ring-0-29>ring-0-30>ring-0-31>far,,,,,
            """);
  }

  @Test
  void anInstantPathIsAsLongAsItsLinks() {
    Outcome path = Run.run("path", tiny, "--from", "near", "--to", "terminal:hub", "--instant");
    double rttMs = Double.parseDouble(cell(path, 1, 3));
    double upKm = rangeKm("near", "ring-0-27");
    double downKm = rangeKm("hub", "ring-0-27");
    assertThat(cell(path, 1, 5)).isEqualTo("near>ring-0-27>hub");
    assertThat(rttMs).isCloseTo(2 * (upKm + downKm) / 299.792458, within(1e-5));
  }

  @Test
  void onePlaceFansOutAndSeveralPairUp() {
    assertThat(ends("--from near --to far --to pop:hub")).containsExactly("near far", "near hub");
    assertThat(ends("--from near --from far --to pop:hub")).containsExactly("near hub", "far hub");
    assertThat(ends("--from near --from far --to far --to polar"))
        .containsExactly("near far", "far polar");
    assertThat(ends("--all-pairs"))
        .containsExactly("near far", "near polar", "near hub", "far polar", "far hub", "polar hub");
  }

  @Test
  void pathsEndAtSatellitesAndGatewaysToo() {
    Outcome home = Run.run("path", tiny, "--from", "near", "--to", "hub");
    String[] way = cell(home, 1, 5).split(">");
    assertThat(way).hasSizeGreaterThan(3);
    Outcome scheduled = Run.run("path", tiny, "--from", "near", "--to", "sat:" + way[1]);
    assertThat(cell(scheduled, 1, 5)).isEqualTo("near>" + way[1]);
    Outcome instant = Run.run("path", tiny, "--from", "gate", "--to", "sat:ring-0-27", "--instant");
    assertThat(cell(instant, 1, 5)).isEqualTo("gate>ring-0-27");
  }

  @Test
  void toItselfIsNoWayAtAll() {
    Outcome outcome = Run.run("path", tiny, "--from", "near", "--to", "near", "--instant");
    assertThat(outcome.out()).endsWith("near,near,0.000000,0,near,,,,,\n");
  }

  @Test
  void withoutAnyPathTheCellsAreEmptyAndTheAnswerIsNo() {
    Outcome outcome = Run.run("path", tiny, "--from", "near", "--to", "polar");
    assertThat(outcome.out())
        .endsWith("2026-05-21T00:00:12Z,near,polar,,,,NO_SATELLITE_IN_VIEW,,,,\n");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(Run.run("path", tiny, "--all-pairs").exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void startAndStepMayBeFinerThanASecond() {
    Outcome outcome =
        Run.run(
            "path",
            tiny,
            "--from",
            "near",
            "--to",
            "far",
            "--instant",
            "--start",
            "2026-05-21T00:00:12.5Z",
            "--step",
            "1ms",
            "--count",
            "2");
    assertThat(outcome.out().lines().skip(1).map(line -> line.split(",", -1)[0]))
        .containsExactly("2026-05-21T00:00:12.500Z", "2026-05-21T00:00:12.501Z");
  }

  @Test
  void jsonHoldsNumbersAndNulls() {
    Outcome outcome =
        Run.run(
            "path", tiny, "--from", "near", "--to", "pop:hub", "--to", "polar", "--format", "json");
    assertThat(outcome.out())
        .isEqualTo(
            """
            {"format":"orbweaver.path/1","rows":[
            {"timeUtc":"2026-05-21T00:00:12Z","from":"near","to":"hub","rttMs":16.333753,\
            "hops":3,"path":"near>ring-0-27>gate>hub",\
            "reason":null,"decision":null,"decisionMark":null,"overruled":null,"trace":null},
            {"timeUtc":"2026-05-21T00:00:12Z","from":"near","to":"polar","rttMs":null,\
            "hops":null,"path":null,\
            "reason":"NO_SATELLITE_IN_VIEW","decision":null,"decisionMark":null,\
            "overruled":null,"trace":null}
            ]}
            """);
  }

  @Test
  void aTerminalGetsATable() {
    Outcome outcome =
        Run.within()
            .onTerminal()
            .variable("NO_COLOR", "1")
            .command("path", tiny, "--from", "near", "--to", "pop:hub");
    assertThat(outcome.out())
        .isEqualTo(
            """
            time_utc              from  to      rtt_ms  hops  path                     reason  decision  decision_mark  overruled  trace
            2026-05-21T00:00:12Z  near  hub  16.333753     3  near>ring-0-27>gate>hub
            """);
  }

  @Test
  void stepsBeyondTheCalendarAreWrongUse() {
    Outcome outcome =
        Run.run(
            "path",
            tiny,
            "--from",
            "near",
            "--to",
            "far",
            "--instant",
            "--step",
            "36500d",
            "--count",
            "9");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo("orbweaver: --step and --count lead beyond the year 2262\n");
  }

  private List<String> ends(String options) {
    String[] given = options.split(" ");
    String[] args = new String[given.length + 3];
    args[0] = "path";
    args[1] = tiny;
    args[2] = "--instant";
    System.arraycopy(given, 0, args, 3, given.length);
    return Run.run(args)
        .out()
        .lines()
        .skip(1)
        .map(line -> line.split(",")[1] + " " + line.split(",")[2])
        .toList();
  }

  private double rangeKm(String terminal, String satellite) {
    Outcome outcome = Run.run("plan", tiny, "--candidates", "--terminal", terminal);
    return outcome
        .out()
        .lines()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[2].equals(satellite))
        .mapToDouble(cells -> Double.parseDouble(cells[6]))
        .findFirst()
        .orElseThrow();
  }

  private static String cell(Outcome outcome, int line, int column) {
    return outcome.out().lines().toList().get(line).split(",", -1)[column];
  }
}
