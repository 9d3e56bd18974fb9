package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Main;

/**
 * Real packets for a user who is not root, and what is said where there can be none. Root starts
 * these tests, so that they can become somebody else, with a {@code /dev/net/tun} as it suits the
 * test, seen by nobody but the test.
 */
@Timeout(180)
final class A18_RootlessTest {
  private static final int NOBODY = 65_534;
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");

  @TempDir Path folder;

  @BeforeEach
  void maySeemSomebodyElse() throws Exception {
    assumeThat(System.getProperty("user.name")).as("only root may be another").isEqualTo("root");
    Files.setAttribute(folder, "unix:uid", NOBODY);
    Files.setAttribute(folder, "unix:gid", NOBODY);
    List<String> files = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    files.addAll(List.of(System.getProperty("java.class.path").split(":")));
    files.add(ShortNetwork.file().toString());
    for (String file : files) {
      assumeThat(succeeds("test", "-r", file)).as("everybody may read " + file).isTrue();
    }
    assumeThat(succeeds("unshare", "--user", "--map-root-user", "--net", "true"))
        .as("this system lets users have namespaces")
        .isTrue();
  }

  private static boolean succeeds(String... words) throws Exception {
    List<String> command = new ArrayList<>(AS_NOBODY);
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  /** The network, by a user who is not root, once a shell has changed what stands in /dev/net. */
  private Child up(List<String> user, String change) throws Exception {
    return up(user, change, ShortNetwork.file());
  }

  private Child up(List<String> user, String change, Path scenario, String... more)
      throws Exception {
    Path device = Path.of("/dev/net/tun");
    assumeThat(device).as("the device of which TUN devices are made").exists();
    Process trial = new ProcessBuilder("unshare", "--mount", "sh", "-c", change).start();
    assumeThat(trial.waitFor()).as("this system lets root change /dev/net").isZero();
    List<String> prefix = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c"));
    prefix.add(change + " && exec \"$@\"");
    prefix.add("sh");
    prefix.addAll(user);
    List<String> words = new ArrayList<>(List.of("up", scenario.toString(), "--socks-port", "0"));
    words.addAll(List.of(more));
    Child up =
        Child.through(
            prefix,
            A04_PlacesTest.environment(folder),
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
            Main.class,
            words.toArray(String[]::new));
    up.await("slot   1");
    return up;
  }

  /** A device of the same kind with other rights, in place of the system's. */
  private String device(String mode) {
    return "rm -f %1$s && mknod %1$s c 10 200 && chmod %2$s %1$s && mount --bind %1$s /dev/net/tun"
        .formatted(folder.resolve("tun"), mode);
  }

  private Child tell(List<String> user, String... words) throws Exception {
    return Child.through(
        user,
        A04_PlacesTest.environment(folder),
        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
        Main.class,
        words);
  }

  @Test
  void a01_whereDevicesAreOpen_everybodyMayRunProgramsInATerminal() throws Exception {
    try (Child up = up(AS_NOBODY, device("666"))) {
      try (Child ping =
          tell(AS_NOBODY, RealNetworks.exec("pontianak", PingPop.class, "singapore.pop"))) {
        assertThat(ping.exitCode()).as(ping.errors() + up.errors()).isZero();
        String line = ping.output().getLast();
        assertThat(Double.parseDouble(line.substring(line.lastIndexOf(' '))))
            .as("two ways of at least 550 km, and not a second")
            .isBetween(3.6, 1_000.0);
      }
      try (Child seven = tell(AS_NOBODY, "exec", "pontianak", "--", "sh", "-c", "exit 7")) {
        assertThat(seven.exitCode()).as(seven.errors()).isEqualTo(7);
      }
      try (Child ps = tell(AS_NOBODY, "ps", "--format", "json")) {
        ps.exitCode();
        assertThat(String.join("\n", ps.output())).contains("\"node\":\"pontianak\"");
      }
      try (Child down = tell(AS_NOBODY, "down")) {
        assertThat(down.exitCode()).as(down.errors()).isZero();
      }
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(up.errors()).doesNotContain("Exception");
    }
  }

  @Test
  void a02_whereTheDeviceIsClosed_theWayToOpenItIsSaid() throws Exception {
    try (Child up = up(AS_NOBODY, device("600"));
        Child none = tell(AS_NOBODY, "exec", "pontianak", "--", "true")) {
      assertThat(none.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(none.errors())
          .contains("/dev/net/tun is not open to this user: sudo chmod 0666 /dev/net/tun")
          .contains("SOCKS5 port", "less real");
      assertThat(up.errors()).doesNotContain("Exception");
    }
  }

  @Test
  void a03_whereThereIsNoDevice_rootIsToldToo() throws Exception {
    try (Child up = up(List.of(), "mount -t tmpfs none /dev/net");
        Child none = tell(List.of(), "exec", "pontianak", "--", "true")) {
      assertThat(none.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(none.errors()).contains("modprobe tun");
      assertThat(up.errors()).doesNotContain("Exception");
    }
  }

  @Test
  void a04_theWayOutNeedsNoRootEither() throws Exception {
    InetAddress own = OutsideServer.mayBeReached();
    try (ServerSocket server = OutsideServer.open(own)) {
      String host = own.getHostAddress();
      String port = Integer.toString(server.getLocalPort());
      Path scenario =
          Files.writeString(
              folder.resolve("allow.yaml"),
              Files.readString(ShortNetwork.file())
                  + "internet: { allow: [\"%s:%s\"] }\n".formatted(host, port));
      try (Child up = up(AS_NOBODY, device("666"), scenario, "--way-out");
          Child reader =
              tell(AS_NOBODY, RealNetworks.exec("pontianak", OutsideReader.class, host, port))) {
        assertThat(reader.exitCode()).as(reader.errors() + up.errors()).isZero();
        assertThat(reader.output().getLast()).startsWith("read welcome ");
        List<ProcessHandle> programs = OutsideServer.programs(up);
        up.signal("KILL");
        up.exitCode();
        OutsideServer.awaitEnd(programs);
      }
    }
  }
}
