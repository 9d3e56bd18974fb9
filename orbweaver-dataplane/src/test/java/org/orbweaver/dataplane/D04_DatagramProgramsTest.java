package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that know nothing of Orbweaver, each where it is installed. What they show, {@link
 * C05_UdpAssociationTest} and {@link C06_ForwardTest} show with sockets of their own.
 */
@Timeout(120)
class D04_DatagramProgramsTest {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final String FRANKFURT = "frankfurt.pop.orbweaver";

  @TempDir Path folder;

  private @Nullable TestBed bed;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void close() {
    started.forEach(Process::destroyForcibly);
    if (bed != null) {
      bed.close();
    }
  }

  private TestBed bed(Forward... forwards) throws IOException {
    TestBed made = new TestBed(TestBed.LIMITS, List.of(forwards));
    bed = made;
    return made;
  }

  private static Forward forward(
      Protocol protocol, boolean inward, int port, String host, int targetPort) {
    return new Forward(protocol, inward, LOOPBACK, port, FakeNetwork.BERLIN, host, targetPort);
  }

  private static void assumeInstalled(String program) {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, program))),
        program + " is not installed");
  }

  private Process start(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .start();
    started.add(process);
    return process;
  }

  private String run(String... command) throws Exception {
    Process process = start(command);
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void a01_pythonSpeaksSocks() throws Exception {
    assumeInstalled("python3");
    TestBed bed = bed();
    Path script = folder.resolve("probe.py");
    Files.writeString(
        script,
        """
        import socket, struct, sys, time
        control = socket.create_connection(('127.0.0.1', int(sys.argv[1])))
        def ask(data, length):
            control.sendall(data)
            return control.recv(length)
        ask(b'\\5\\1\\2', 2)
        ask(b'\\1\\6berlin\\0', 2)
        reply = ask(b'\\5\\3\\0\\1\\0\\0\\0\\0\\0\\0', 10)
        relay = (socket.inet_ntoa(reply[4:8]), struct.unpack('>H', reply[8:10])[0])
        probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        probe.settimeout(20)
        name = b'frankfurt.pop.orbweaver'
        header = b'\\0\\0\\0\\3' + bytes([len(name)]) + name + b'\\0\\7'
        times = []
        for i in range(20):
            sent = time.monotonic()
            probe.sendto(header + b'probe %d' % i, relay)
            assert probe.recv(2000) == header + b'probe %d' % i
            times.append(time.monotonic() - sent)
        print(min(times))
        """);
    String fastest = run("python3", script.toString(), Integer.toString(bed.port()));
    assertThat(Double.parseDouble(fastest)).isGreaterThanOrEqualTo(0.040);
  }

  @Test
  void a02_curlThroughAPort() throws Exception {
    assumeInstalled("curl");
    TestBed bed = bed(forward(Protocol.TCP, false, 0, FRANKFURT, 80));
    int port = bed.plane.forwards().getFirst().port();
    assertThat(run("curl", "-sS", "http://127.0.0.1:" + port + "/whoami"))
        .startsWith("terminal       berlin\n");
  }

  @Test
  void a03_curlReachesAWebServerBehindATerminal() throws Exception {
    assumeInstalled("curl");
    assumeInstalled("python3");
    Files.writeString(folder.resolve("page.txt"), "from behind the dish\n");
    int server = free();
    start("python3", "-m", "http.server", Integer.toString(server), "--bind", "127.0.0.1");
    TestBed bed = bed(forward(Protocol.TCP, true, 0, "127.0.0.1", server));
    int port = bed.plane.forwards().getFirst().port();
    String page = "http://127.0.0.1:" + port + "/page.txt";
    assertThat(
            run("curl", "-sS", "--retry", "20", "--retry-all-errors", "--retry-delay", "1", page))
        .endsWith("from behind the dish\n");
  }

  @Test
  void a04_digAsksANameServerOverTheLink() throws Exception {
    assumeInstalled("dig");
    try (DatagramSocket server = new DatagramSocket(0, LOOPBACK)) {
      Thread.ofVirtual().start(() -> answerNames(server));
      TestBed bed = bed(forward(Protocol.UDP, false, 0, "127.0.0.1", server.getLocalPort()));
      String port = Integer.toString(bed.plane.forwards().getFirst().port());
      String printed =
          run("dig", "@127.0.0.1", "-p", port, "example.org", "A", "+tries=1", "+time=10");
      assertThat(printed).contains("192.0.2.7");
      Matcher time = Pattern.compile("Query time: (\\d+) msec").matcher(printed);
      assertThat(time.find()).isTrue();
      assertThat(Integer.parseInt(time.group(1))).isGreaterThanOrEqualTo(40);
    }
  }

  /** Answers every question by 192.0.2.7 (RFC 1035, section 4). */
  private static void answerNames(DatagramSocket server) {
    byte[] buffer = new byte[2000];
    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
    while (!server.isClosed()) {
      try {
        packet.setData(buffer);
        server.receive(packet);
        int end = 12;
        while (buffer[end] != 0) {
          end += buffer[end] + 1;
        }
        end += 5;
        buffer[2] = (byte) 0x81;
        buffer[3] = (byte) 0x80;
        System.arraycopy(new byte[] {0, 1, 0, 1, 0, 0, 0, 0}, 0, buffer, 4, 8);
        byte[] answer = {(byte) 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, (byte) 192, 0, 2, 7};
        System.arraycopy(answer, 0, buffer, end, answer.length);
        packet.setLength(end + answer.length);
        server.send(packet);
      } catch (IOException e) {
        return;
      }
    }
  }

  @Test
  void a05_socatEchoes() throws Exception {
    assumeInstalled("socat");
    assumeInstalled("sh");
    TestBed bed = bed(forward(Protocol.UDP, false, 0, FRANKFURT, 7));
    int port = bed.plane.forwards().getFirst().port();
    assertThat(run("sh", "-c", "echo hello | socat -t 2 - UDP:127.0.0.1:" + port))
        .isEqualTo("hello\n");
  }

  @Test
  void a06_iperf3FeelsTheRate() throws Exception {
    assumeInstalled("iperf3");
    int server = free();
    int port = free();
    start("iperf3", "-s", "-1", "-p", Integer.toString(server));
    TestBed bed =
        bed(
            forward(Protocol.TCP, false, port, "127.0.0.1", server),
            forward(Protocol.UDP, false, port, "127.0.0.1", server));
    bed.network.path(FakeNetwork.BERLIN, 20, 50, 5);
    bed.sleep(500);
    String printed =
        run(
            "iperf3",
            "-c",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-u",
            "-l",
            "1200",
            "-b",
            "10M",
            "-t",
            "4",
            "-J");
    Matcher lost = Pattern.compile("\"lost_percent\":\\s*([0-9.]+)").matcher(printed);
    double percent = 0;
    while (lost.find()) {
      percent = Double.parseDouble(lost.group(1));
    }
    // Half of 10 Mbit/s does not pass.
    assertThat(percent).isGreaterThan(10);
    assertThat(bed.plane.traffic(FakeNetwork.BERLIN).upBytes() * 8 / 4e6).isLessThan(6.0);
  }
}
