package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Main;

/** Programs in a terminal's network reach a server on the machine's own network, or do not. */
@Timeout(180)
final class A26_WayOutTest {
  private static final String NAME = "server.elsewhere.example";

  @TempDir private Path folder = Path.of("");

  private Path allowing(String... patterns) throws Exception {
    String allow = String.join(", ", List.of(patterns).stream().map(p -> '"' + p + '"').toList());
    String lines = "internet: { allow: [" + allow + "] }\n";
    return Files.writeString(
        folder.resolve("allow.yaml"), Files.readString(ShortNetwork.file()) + lines);
  }

  private Child up(Map<String, String> environment, Path scenario, String... more)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("up", scenario.toString(), "--socks-port", "0"));
    words.addAll(List.of(more));
    return Child.start(
        environment,
        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Djdk.net.hosts.file=" + folder + "/hosts"),
        Main.class,
        words.toArray(String[]::new));
  }

  private Child tell(String... words) throws Exception {
    return Child.start(A04_PlacesTest.environment(folder), Main.class, words);
  }

  @Test
  void a01_whatIsMissingIsSaidBeforeAnythingStarts() throws Exception {
    try (Child nothing = up(A04_PlacesTest.environment(folder), ShortNetwork.file(), "--way-out")) {
      assertThat(nothing.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(nothing.errors()).contains("internet.allow is empty");
      assertThat(nothing.output()).isEmpty();
    }
    Map<String, String> bare = new HashMap<>(A04_PlacesTest.environment(folder));
    bare.put("PATH", folder.toString());
    try (Child missing = up(bare, allowing("192.0.2.0/24:80"), "--way-out")) {
      assertThat(missing.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(missing.errors())
          .contains("--way-out needs the program pasta (package passt)", "apt install passt");
      assertThat(missing.output()).isEmpty();
    }
  }

  private List<String> read(String node, Object... hostsAndPorts) throws Exception {
    String[] words = Stream.of(hostsAndPorts).map(Object::toString).toArray(String[]::new);
    try (Child child = tell(RealNetworks.exec(node, OutsideReader.class, words))) {
      assertThat(child.exitCode()).as(child.errors()).isEqualTo(ExitCode.DONE);
      return child.output();
    }
  }

  private static InetAddress mayHaveWayOut() throws Exception {
    assumeThat(System.getProperty("user.name")).as("only root may make networks").isEqualTo("root");
    return OutsideServer.mayBeReached();
  }

  @Test
  void a02_aProgramReachesWhatIsAllowed_byThePathsDelay_andNothingElse() throws Exception {
    InetAddress own = mayHaveWayOut();
    Files.writeString(folder.resolve("hosts"), own.getHostAddress() + " " + NAME + "\n");
    try (ServerSocket open = OutsideServer.open(own);
        ServerSocket closed = OutsideServer.open(own)) {
      String host = own.getHostAddress();
      Path scenario = allowing(host + ":" + open.getLocalPort());
      try (Child up = up(A04_PlacesTest.environment(folder), scenario, "--way-out")) {
        up.await("slot   1");
        List<ProcessHandle> programs = OutsideServer.programs(up);
        List<String> lines =
            read(
                "pontianak",
                host,
                open.getLocalPort(),
                NAME,
                open.getLocalPort(),
                host,
                closed.getLocalPort(),
                "127.0.0.1",
                open.getLocalPort(),
                "100.65.43.21",
                open.getLocalPort());
        assertThat(lines.get(0)).startsWith("read welcome ");
        double ms = Double.parseDouble(lines.get(0).substring("read welcome ".length()));
        assertThat(ms).as("two ways of at least 550 km").isGreaterThan(3.6);
        assertThat(lines.get(1)).as("by name").startsWith("read welcome ");
        assertThat(lines.get(2)).as("a port that no rule has").startsWith("refused ");
        assertThat(lines.get(3)).as("the terminal's own loopback").startsWith("refused ");
        assertThat(lines.get(4)).as("a node that there is not").startsWith("refused ");
        assertThat(read("pop:singapore", host, open.getLocalPort()).getFirst())
            .startsWith("read welcome ");
        assertThat(read("internet", host, closed.getLocalPort()).getFirst()).startsWith("refused ");
        try (Child down = tell("down")) {
          assertThat(down.exitCode()).isEqualTo(ExitCode.DONE);
        }
        assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(up.errors()).doesNotContain("Exception", "the way out has ended");
        OutsideServer.awaitEnd(programs);
      }
    }
  }

  @Test
  void a03_withoutTheOptionNothingLeaves_andNothingOutlivesAKilledNetwork() throws Exception {
    InetAddress own = mayHaveWayOut();
    try (ServerSocket open = OutsideServer.open(own)) {
      Path scenario = allowing(own.getHostAddress() + ":*");
      try (Child up = up(A04_PlacesTest.environment(folder), scenario)) {
        up.await("slot   1");
        assertThat(read("pontianak", own.getHostAddress(), open.getLocalPort()).getFirst())
            .startsWith("refused ");
      }
      try (Child up = up(A04_PlacesTest.environment(folder), scenario, "--way-out")) {
        up.await("slot   1");
        List<ProcessHandle> programs = OutsideServer.programs(up);
        up.signal("KILL");
        up.exitCode();
        OutsideServer.awaitEnd(programs);
      }
    }
  }
}
