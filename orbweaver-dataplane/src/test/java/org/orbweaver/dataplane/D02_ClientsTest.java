package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that know nothing of Orbweaver: the JDK's own, and curl where it is installed. */
@Timeout(120)
class D02_ClientsTest {
  private static boolean hasCurl;

  private TestBed bed;

  @BeforeAll
  static void lookForCurl() {
    try {
      hasCurl = new ProcessBuilder("curl", "--version").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      hasCurl = false;
    }
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("berlin", new char[0]);
          }
        });
  }

  @AfterAll
  static void forget() {
    Authenticator.setDefault(null);
  }

  @BeforeEach
  void open() throws IOException {
    bed = new TestBed();
  }

  @AfterEach
  void close() {
    bed.close();
  }

  private Proxy proxy() {
    return new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", bed.port()));
  }

  @Test
  void a01_aSocketOfTheJdk() throws Exception {
    try (Peer peer = Peer.echo();
        Socket socket = new Socket(proxy())) {
      socket.connect(new InetSocketAddress("127.0.0.1", peer.port()));
      socket.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
      assertThat(socket.getInputStream().readNBytes(5)).asString().isEqualTo("hello");
    }
  }

  @Test
  void a02_theJdksHttpClientFetchesWhoami() throws Exception {
    URLConnection connection =
        URI.create("http://frankfurt.pop.orbweaver/whoami").toURL().openConnection(proxy());
    connection.setRequestProperty("Accept", "application/json");
    try (InputStream in = connection.getInputStream()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains("\"terminal\": \"berlin\"");
    }
  }

  /** Runs curl through a terminal; what it printed. */
  private String curl(String terminal, String... arguments) throws Exception {
    assumeTrue(hasCurl, "curl is not installed");
    List<String> command = new ArrayList<>(List.of("curl", "-sS", "--max-time", "60"));
    command.addAll(List.of("-x", "socks5h://" + terminal + ":@127.0.0.1:" + bed.port()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }

  @Test
  void a03_curlFetchesWhoami() throws Exception {
    assertThat(curl("berlin", "http://frankfurt.pop.orbweaver/whoami"))
        .startsWith("terminal       berlin\n");
  }

  @Test
  void a04_curlFeelsTwoRoundTrips() throws Exception {
    String seconds =
        curl(
            "berlin",
            "-o",
            "/dev/null",
            "-w",
            "%{time_starttransfer}",
            "http://frankfurt.pop.orbweaver/bytes/10");
    assertThat(Double.parseDouble(seconds)).isGreaterThanOrEqualTo(0.080);
  }

  @Test
  void a05_curlDownloadsOverHandovers(@TempDir Path dir) throws Exception {
    assumeTrue(hasCurl, "curl is not installed");
    Thread handovers =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 0; i < 10; i++) {
                bed.network.handover(FakeNetwork.BERLIN, i % 2 == 0 ? 35 : 8, 60, 20, 40);
                bed.sleep(60);
              }
            });
    Path file = dir.resolve("bytes");
    curl("berlin", "-o", file.toString(), "http://frankfurt.pop.orbweaver/bytes/3M");
    assertThat(Files.readAllBytes(file)).isEqualTo(LinkBed.noise(3_000_000, 0));
    handovers.join();
  }

  @Test
  void a06_curlUploads(@TempDir Path dir) throws Exception {
    assumeTrue(hasCurl, "curl is not installed");
    Path file = dir.resolve("bytes");
    Files.write(file, LinkBed.noise(700_000, 1));
    assertThat(curl("berlin", "-T", file.toString(), "http://frankfurt.pop.orbweaver/speedtest"))
        .startsWith("received    700000 bytes in ");
  }

  @Test
  void a07_curlSaysWhatWentWrong() throws Exception {
    assertThat(curl("nobody", "http://frankfurt.pop.orbweaver/whoami")).contains("curl: (97)");
    assertThat(curl("berlin", "http://example.org/")).contains("curl: (97)").contains("(2)");
  }

  @Test
  void a08_curlWithANameThatIsNotAscii() throws Exception {
    assertThat(curl("troms%C3%B8", "http://frankfurt.pop.orbweaver/whoami"))
        .startsWith("terminal       tromsø\n");
  }

  @Test
  void a09_manyCurlsAtOnce() throws Exception {
    assumeTrue(hasCurl, "curl is not installed");
    List<Thread> threads = new ArrayList<>();
    List<String> printed = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 8; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  printed.add(
                      curl(
                          "accra",
                          "-o",
                          "/dev/null",
                          "-w",
                          "%{size_download}",
                          "http://frankfurt.pop.orbweaver/bytes/200k"));
                } catch (Exception e) {
                  printed.add(e.toString());
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(60));
    }
    assertThat(printed).hasSize(8).containsOnly("200000");
  }
}
