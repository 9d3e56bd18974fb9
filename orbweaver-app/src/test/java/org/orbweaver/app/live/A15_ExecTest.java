package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Main;

/** Real programs in the networks of terminals, through real devices. */
@Timeout(180)
final class A15_ExecTest {
  @TempDir Path folder;

  @BeforeEach
  void mayMakeNetworks() {
    RealNetworks.assumeAllowed();
  }

  private Child up() throws Exception {
    Child up =
        Child.start(
            A04_PlacesTest.environment(folder),
            Main.class,
            "up",
            ShortNetwork.file().toString(),
            "--socks-port",
            "0");
    up.await("slot   1");
    return up;
  }

  private Child tell(String... words) throws Exception {
    return Child.start(A04_PlacesTest.environment(folder), Main.class, words);
  }

  /** Runs this test's own Java program inside a node. */
  private List<String> pings(String node, String... names) throws Exception {
    List<String> before = resolvConfs();
    try (Child child = program(node, PingPop.class, names)) {
      assertThat(child.exitCode()).as(child.errors()).isEqualTo(ExitCode.DONE);
      assertThat(resolvConfs()).as("temporary files that stay").isEqualTo(before);
      return child.output();
    }
  }

  private Child program(String node, Class<?> main, String... arguments) throws Exception {
    return tell(RealNetworks.exec(node, main, arguments));
  }

  private static List<String> resolvConfs() throws Exception {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.map(Path::toString).filter(file -> file.endsWith(".resolv")).sorted().toList();
    }
  }

  private static double ms(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private String told(String... words) throws Exception {
    try (Child command = tell(words)) {
      int ended = command.exitCode();
      // ps ends with NO where this machine is too busy to be punctual, and says so.
      int late = command.errors().contains("INVALID") ? ExitCode.NO : ExitCode.DONE;
      assertThat(ended).as(command.errors()).isEqualTo(late);
      return String.join("\n", command.output());
    }
  }

  @Test
  void a01_aProgramFindsItsPopByName_andFeelsThePathsDelay() throws Exception {
    try (Child up = up()) {
      List<String> lines = pings("pontianak", "singapore.pop.orbweaver", "singapore.pop");
      assertThat(lines).contains("interface orbweaver", "interface lo").hasSize(4);
      String plan = told("plan", ShortNetwork.file().toString(), "--format", "csv", "--slots", "1");
      assertThat(plan).contains("pontianak");
      double rtt = ms(lines, "singapore.pop.orbweaver");
      assertThat(rtt).as("two ways of at least 550 km, and not a second").isBetween(3.6, 500.0);
      String ps = told("ps", "--format", "json");
      assertThat(ps)
          .contains("\"node\":\"pontianak\"", "\"domain\":\"pontianak.terminal.orbweaver\"");
      assertThat(told("down")).contains("stopped");
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void a02_exitCodesAndMissingProgramsAreTheProgramsOwn() throws Exception {
    try (Child up = up();
        Child seven = tell("exec", "pontianak", "--", "sh", "-c", "exit 7")) {
      assertThat(seven.exitCode()).isEqualTo(7);
      try (Child none = tell("exec", "pontianak", "--", "no-such-program-here")) {
        assertThat(none.exitCode()).isEqualTo(127);
        assertThat(none.errors()).contains("there is no program no-such-program-here");
      }
      try (Child killed = tell("exec", "pontianak", "--", "sh", "-c", "kill -9 $$")) {
        assertThat(killed.exitCode()).as("as a shell says of SIGKILL").isEqualTo(128 + 9);
      }
      assertThat(told("ps", "--format", "csv"))
          .containsPattern("\npontianak,[^,]*,[^,]*,[^,]*,,")
          .as("no program is left in it");
      try (Child nobody = tell("exec", "atlantis", "--", "true")) {
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(nobody.errors()).contains("there is no node atlantis");
      }
      try (Child mistyped = tell("exec", "pontiank", "--", "true")) {
        assertThat(mistyped.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(mistyped.errors()).contains("Did you mean pontianak?");
      }
      try (Child net = tell("exec", "pontianak", "--", "readlink", "/proc/self/ns/net")) {
        assertThat(net.exitCode()).isZero();
        assertThat(net.output().getFirst())
            .isNotEqualTo(Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString());
      }
      assertThat(up.errors()).doesNotContain("Exception");
    }
  }

  @Test
  void a03_whenTheNetworkIsKilledUnderLoad_programsAreToldAndNothingOfItStays() throws Exception {
    String before = namespaces();
    try (Child up = up();
        Child flood = program("pontianak", Flood.class, "singapore.pop")) {
      flood.await("ready");
      up.signal("KILL");
      up.exitCode();
      assertThat(flood.await("gone")).as("it is told at once").contains("nreachable");
      assertThat(flood.exitCode()).isZero();
    }
    assertThat(namespaces()).as("as before").isEqualTo(before);
    try (Child up = up()) {
      assertThat(ms(pings("pontianak", "singapore.pop"), "singapore.pop")).isLessThan(500);
      assertThat(up.errors()).doesNotContain("Exception");
    }
  }

  @Test
  void a04_withoutServiceNothingPasses_andDarkTerminalsDoNotHaveNames() throws Exception {
    try (Child up = up();
        Child dark =
            tell("exec", "tromso", "--", "sh", "-c", "getent hosts tokyo.pop || echo none")) {
      assertThat(dark.exitCode()).as(dark.errors()).isZero();
      assertThat(dark.output()).containsExactly("none");
      assertThat(told("ps", "--format", "csv")).containsPattern("tromso,.*,,0,0,0,0,[1-9]");
      assertThat(up.errors()).doesNotContain("Exception");
    }
  }

  @Test
  void a05_satellitesAndGatewaysAreReachedByTheWayThatLeadsThere() throws Exception {
    try (Child up = up()) {
      String file = ShortNetwork.file().toString();
      String way = told("path", file, "--from", "pontianak", "--to", "singapore");
      String satellite = way.substring(way.indexOf("pontianak>") + 10).split(">")[0];
      List<String> lines = pings("pontianak", satellite + ".sat", "batam.gateway");
      assertThat(ms(lines, satellite + ".sat")).as("at least 550 km up").isBetween(3.6, 500.0);
      assertThat(ms(lines, "batam.gateway")).as("twice that").isBetween(7.3, 500.0);
      try (Child above = tell("exec", "sat:" + satellite, "--", "getent", "hosts", "pontianak")) {
        assertThat(above.exitCode()).as(above.errors()).isZero();
        assertThat(above.output().getFirst()).contains("pontianak.terminal.orbweaver");
      }
      assertThat(told("ps", "--format", "json"))
          .contains("\"node\":\"sat:" + satellite, "\"domain\":\"batam.gateway.orbweaver\"");
      assertThat(up.errors()).doesNotContain("Exception");
    }
  }

  @Test
  void a06_aPopsServicesAnswerWhatComesByPackets_andKnowWhoCalls() throws Exception {
    try (Child up = up()) {
      String pop = "http://singapore.pop.orbweaver/";
      assertThat(String.join("\n", pings("pontianak", pop + "whoami", pop + "bytes/16")))
          .containsPattern("terminal +pontianak\n")
          .containsPattern("state +served\n")
          .containsPattern("pop +singapore\n");
      assertThat(pings("internet", pop)).contains("PoP singapore of an Orbweaver network.");
      assertThat(told("down")).contains("stopped");
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(up.errors()).doesNotContain("Exception");
      assertThat(up.output().getLast())
          .contains("carried ")
          .doesNotContain("carried 0 B", "and 0 B up");
    }
  }

  /** Network namespaces that processes or mounts of this machine hold, as far as they show. */
  private static String namespaces() throws Exception {
    Process ip =
        new ProcessBuilder("sh", "-c", "ls /var/run/netns 2>/dev/null; grep -c nsfs /proc/mounts")
            .start();
    return new String(ip.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
