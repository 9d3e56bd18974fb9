package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;

/** Forwarded ports of a real process. */
@Timeout(180)
final class A14_ForwardTest {
  private static final String POP = "singapore.pop.orbweaver";
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  @TempDir Path folder;

  private static int port(String line) {
    Matcher matcher = Pattern.compile("127\\.0\\.0\\.1:(\\d+) ?,? ").matcher(line + " ");
    assertThat(matcher.find()).as(line).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  @Test
  void a01_outByConnectionAndByDatagram() throws Exception {
    try (Child up =
        A08_UpProcessTest.up(
            folder,
            "--forward",
            "0=pontianak:" + POP + ":80",
            "--forward",
            "udp:127.0.0.1:0=pontianak:" + POP + ":7")) {
      int http = port(up.await("tcp 127.0.0.1:"));
      String udp = up.await("udp 127.0.0.1:");
      assertThat(udp).endsWith("leads through pontianak to " + POP + ":7");
      assertThat(whoami(http)).contains("terminal       pontianak");
      try (DatagramSocket program = new DatagramSocket(0, LOOPBACK)) {
        program.setSoTimeout(10_000);
        byte[] hello = "hello".getBytes(StandardCharsets.US_ASCII);
        long sentNs = System.nanoTime();
        program.send(new DatagramPacket(hello, hello.length, LOOPBACK, port(udp)));
        DatagramPacket back = new DatagramPacket(new byte[100], 100);
        program.receive(back);
        assertThat(back.getLength()).isEqualTo(5);
        // 550 km up and down, twice, at the speed of light.
        assertThat(System.nanoTime() - sentNs).isGreaterThan(7_300_000);
      }
      up.signal("TERM");
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(up.output().getLast()).endsWith(", 2 datagrams and 0 dropped.");
    }
  }

  private static String whoami(int port) throws IOException {
    try (Socket socket = new Socket(LOOPBACK, port)) {
      socket
          .getOutputStream()
          .write("GET /whoami HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a02_inToAServerOnThisMachine() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK)) {
      Thread.ofVirtual()
          .start(() -> {
            try (Socket caller = server.accept()) {
              caller.getInputStream().transferTo(caller.getOutputStream());
            } catch (IOException e) {
              // Seen by the caller.
            }
          });
      String target = "127.0.0.1:" + server.getLocalPort();
      try (Child up = A08_UpProcessTest.up(folder, "--forward", "internet:0=pontianak:" + target)) {
        String line = up.await("on the internet, leads through pontianak to " + target);
        try (Socket caller = new Socket(LOOPBACK, port(line))) {
          caller.setSoTimeout(20_000);
          caller.getOutputStream().write("over the sky".getBytes(StandardCharsets.US_ASCII));
          caller.shutdownOutput();
          assertThat(caller.getInputStream().readAllBytes()).asString().isEqualTo("over the sky");
        }
      }
    }
  }

  @Test
  void a03_theScenarioHasThemToo() throws Exception {
    String yaml =
        Files.readString(ShortNetwork.file())
            + """
            forwards:
              - listen: 127.0.0.1:0
                terminal: pontianak
                target: singapore.pop.orbweaver:80
            """;
    Path file = folder.resolve("forwarding.yaml");
    Files.writeString(file, yaml);
    try (Child up =
        Child.start(
            A04_PlacesTest.environment(folder),
            org.orbweaver.app.Main.class,
            "up",
            file.toString(),
            "--socks-port",
            "0",
            "--format",
            "json")) {
      String started = up.await("\"started\"");
      Matcher forward =
          Pattern.compile(
                  "\"forwards\":\\[\"tcp:127\\.0\\.0\\.1:(\\d+)=pontianak:singapore\\.pop"
                      + "\\.orbweaver:80\"]")
              .matcher(started);
      assertThat(forward.find()).as(started).isTrue();
      assertThat(whoami(Integer.parseInt(forward.group(1)))).contains("pontianak");
    }
  }

  @Test
  void a04_allThatIsWrongIsToldAtOnce() throws Exception {
    try (Child up =
        A08_UpProcessTest.up(
            folder,
            "--forward",
            "8080",
            "--forward",
            "9000=pontianac:" + POP + ":80",
            "--forward",
            "internet:9000=pontianak:example.org:80")) {
      assertThat(up.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(up.errors().lines())
          .anyMatch(l -> l.contains("--forward 8080 is not [tcp:|udp:]LISTEN=TERMINAL:TARGET"))
          .anyMatch(l -> l.contains("terminal is \"pontianac\"; did you mean pontianak?"))
          .anyMatch(l -> l.contains("target is \"example.org:80\"; a program on loopback"))
          .anyMatch(l -> l.contains("listen is \"internet:9000\"; a port of its own"));
    }
    try (Child up =
        A08_UpProcessTest.up(
            folder,
            "--forward",
            "0=pontianak:example.org:80",
            "--forward",
            "0=pontianak:singapur.pop.orbweaver:80",
            "--forward",
            "udp:0=pontianak:" + POP + ":80")) {
      assertThat(up.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(up.errors().lines())
          .hasSize(3)
          .anyMatch(l -> l.contains("example.org:80 is not allowed; internet.allow"))
          .anyMatch(l -> l.contains("did you mean singapore?"))
          .anyMatch(l -> l.contains("answers echo on UDP port 7, not on port 80"));
    }
    assertThat(folder.resolve("run/orbweaver")).isEmptyDirectory();
  }

  @Test
  void a05_allPortsThatAreTakenAreNamedAtOnce() throws Exception {
    try (ServerSocket one = new ServerSocket(0, 5, LOOPBACK);
        DatagramSocket two = new DatagramSocket(0, LOOPBACK)) {
      List<String> ports =
          List.of(Integer.toString(one.getLocalPort()), Integer.toString(two.getLocalPort()));
      try (Child up =
          A08_UpProcessTest.up(
              folder,
              "--forward",
              ports.get(0) + "=pontianak:" + POP + ":80",
              "--forward",
              "udp:" + ports.get(1) + "=pontianak:" + POP + ":7")) {
        assertThat(up.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(up.errors().lines())
            .hasSize(2)
            .anyMatch(l ->
                l.contains("port " + ports.get(0) + " on 127.0.0.1 (a forward through pontianak)"))
            .anyMatch(l -> l.contains("UDP port " + ports.get(1) + " on 127.0.0.1"));
        assertThat(up.output()).isEmpty();
      }
    }
  }
}
