package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;

class A06_ConfigCommandTest {
  @TempDir Path folder;

  @Test
  void theEnvironmentNamesTheNetworkForEveryCommandThatTakesOne() {
    for (String command : new String[] {"down", "fail", "pause", "resume"}) {
      assertThat(Run.within().variable("ORBWEAVER_NETWORK", "absent").command(command).err())
          .as(command)
          .isEqualTo("the network absent does not run\n");
    }
  }

  @Test
  void withoutAScenarioTheOptionsOfAllCommands() {
    Outcome outcome = Run.run("config");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.out().lines())
        .contains(
            "setting,value,source",
            "--elements,,default",
            "--start,,default",
            "--format,csv,default",
            "--socks-port,1080,default",
            "--port-base,,default",
            "--step,1s,default",
            "--slots,1,default");
  }

  @Test
  void aFlagIsStrongerThanTheEnvironment() {
    Run run =
        Run.within()
            .variable("ORBWEAVER_STEP", "3s")
            .variable("ORBWEAVER_SLOTS", "40")
            .variable("ORBWEAVER_COUNT", "");
    assertThat(run.command("config", "--step", "5s").out().lines())
        .contains(
            "--step,5s,flag --step", "--slots,40,environment ORBWEAVER_SLOTS", "--count,1,default");
  }

  @Test
  void portsMoveWithTheirBase() {
    Outcome outcome = Run.within().variable("ORBWEAVER_PORT_BASE", "20000").command("config");
    assertThat(outcome.out().lines())
        .contains(
            "--port-base,20000,environment ORBWEAVER_PORT_BASE", "--socks-port,20001,default");
  }

  @Test
  void withAScenarioEveryKeyAndItsLine() {
    String tiny = Tiny.in(folder);
    Outcome outcome = Run.run("config", tiny);
    assertThat(outcome.out().lines())
        .contains(
            "name,tiny,scenario " + tiny + ":2",
            "time.start,2026-05-21T00:00:12Z,scenario " + tiny + ":3",
            "time.slotSeconds,15,default",
            "constellations[0].walker.perPlane,40,scenario " + tiny + ":6",
            "constellations[0].walker.phasing,0,default",
            "lasers[0].constellation,ring,scenario " + tiny + ":8",
            "terminals.sites,4 entries,scenario " + tiny + ":16",
            "radio.maxSlantRangeKm,,default",
            "routing.betweenTerminals,viaPop,default")
        .noneMatch(line -> line.startsWith("--start") || line.startsWith("--elements"));
  }

  @Test
  void theEnvironmentIsStrongerThanTheScenario() {
    Outcome outcome =
        Run.within()
            .variable("ORBWEAVER_START", "2026-05-22T00:00:00Z")
            .command("config", Tiny.in(folder));
    assertThat(outcome.out().lines())
        .contains("time.start,2026-05-22T00:00:00Z,environment ORBWEAVER_START");
  }

  @Test
  void variablesReallyHold() {
    String tiny = Tiny.in(folder);
    Run run =
        Run.within()
            .variable("ORBWEAVER_SCENARIO", tiny)
            .variable("ORBWEAVER_FORMAT", "json")
            .variable("ORBWEAVER_SLOTS", "2")
            .variable("ORBWEAVER_START", "2026-05-21T00:00:27Z");
    assertThat(run.command("plan"))
        .isEqualTo(
            Run.run(
                "plan",
                tiny,
                "--format",
                "json",
                "--slots",
                "2",
                "--start",
                "2026-05-21T00:00:27Z"));
  }

  @Test
  void aWrongVariableIsWrongUseWhereItIsUsed() {
    Run run = Run.within().variable("ORBWEAVER_STEP", "soon");
    Outcome outcome = run.command("path", "hello", "--all-pairs");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("'soon'", "ORBWEAVER_STEP");
    assertThat(run.command("version").exitCode()).isEqualTo(ExitCode.DONE);
  }
}
