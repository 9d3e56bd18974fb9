package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.core.scenario.ForwardSpec;
import org.orbweaver.core.scenario.HostPort;

/** Ports that lead through terminals, in a scenario and as on the command line. */
class D08_ForwardsTest {
  private static final String NET =
      """
      format: orbweaver/1
      name: net
      time: { start: 2026-05-21T00:00:12Z }
      constellations:
        - name: s
          walker: { altitudeKm: 550, inclinationDeg: 53, planes: 3, perPlane: 4 }
      terminals: { sites: [{ name: berlin, latDeg: 52, lonDeg: 13 }, { name: accra, latDeg: 6, lonDeg: 0 }] }
      """;

  @TempDir Path temp;

  @Test
  void a01_outAndIn() {
    List<ForwardSpec> forwards =
        Objects.requireNonNull(
                new Folder(temp)
                    .load(
                        NET
                            + """
                            forwards:
                              - listen: 127.0.0.1:8080
                                terminal: berlin
                                target: frankfurt.pop.orbweaver:80
                              - protocol: udp
                                listen: internet:9000
                                terminal: accra
                                target: localhost:5000
                            """)
                    .network())
            .scenario()
            .forwards();
    assertThat(forwards)
        .containsExactly(
            new ForwardSpec(
                ForwardSpec.Protocol.TCP, "127.0.0.1:8080", "berlin", "frankfurt.pop.orbweaver:80"),
            new ForwardSpec(ForwardSpec.Protocol.UDP, "internet:9000", "accra", "localhost:5000"));
    assertThat(forwards.get(0).inward()).isFalse();
    assertThat(forwards.get(0).listenSocket()).isEqualTo(new HostPort("127.0.0.1", 8080));
    assertThat(forwards.get(1).inward()).isTrue();
    assertThat(forwards.get(1).listenSocket()).isEqualTo(new HostPort("127.0.0.1", 9000));
    assertThat(forwards.get(1).targetSocket()).isEqualTo(new HostPort("localhost", 5000));
  }

  @Test
  void a02_everyProblemAtOnce() {
    assertThat(
            new Folder(temp)
                .problems(
                    NET
                        + """
                        forwards:
                          - { listen: "192.0.2.1:80", terminal: berlim, target: example.org }
                          - { listen: internet:9000, terminal: berlin, target: "example.org:80" }
                          - { listen: "9000", terminal: berlin, target: "example.org:80" }
                          - { listen: "9001", terminal: accra, target: "localhost:9001" }
                          - { protocol: icmp, listen: "99999", terminal: accra, target: "a:0" }
                          - { listen: "9002", terminal: accra, target: "127.0.0.1:9000" }
                        """))
        .isEqualTo(
            """
            net.yaml:9:15 forwards[0].listen: is "192.0.2.1:80"; a port such as 8080, 127.0.0.1:8080 or \
            [::1]:8080 on loopback, or internet:9000
            net.yaml:9:41 forwards[0].terminal: is "berlim"; did you mean berlin?
            net.yaml:9:57 forwards[0].target: is "example.org"; HOST:PORT, such as \
            frankfurt.pop.orbweaver:80 or [2001:db8::1]:443
            net.yaml:10:56 forwards[1].target: is "example.org:80"; a program on loopback, such as \
            127.0.0.1:5000, as what is behind a terminal
            net.yaml:11:15 forwards[2].listen: is "9000"; a port of its own; another forward has this
            net.yaml:12:48 forwards[3].target: is "localhost:9001"; something else than a forward, which \
            would lead in a circle
            net.yaml:13:17 forwards[4].protocol: is "icmp"; tcp or udp
            net.yaml:13:31 forwards[4].listen: is "99999"; a port such as 8080, 127.0.0.1:8080 or \
            [::1]:8080 on loopback, or internet:9000
            net.yaml:13:65 forwards[4].target: is "a:0"; HOST:PORT, such as frankfurt.pop.orbweaver:80 or \
            [2001:db8::1]:443
            net.yaml:14:48 forwards[5].target: is "127.0.0.1:9000"; TERMINAL.terminal.orbweaver:9000 to \
            reach another terminal
            """);
  }

  @Test
  void a03_oneAddressMayHaveAPortForEachProtocol() {
    assertThat(
            new Folder(temp)
                .problems(
                    NET
                        + """
                        forwards:
                          - { listen: "9000", terminal: berlin, target: "a:1" }
                          - { protocol: udp, listen: "9000", terminal: berlin, target: "a:1" }
                          - { listen: "[::1]:9000", terminal: berlin, target: "a:1" }
                          - { listen: "0", terminal: berlin, target: "a:1" }
                          - { listen: "0", terminal: berlin, target: "a:1" }
                        """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "tcp:127.0.0.1:8080=berlin:frankfurt.pop.orbweaver:80, TCP, 127.0.0.1:8080, berlin,"
        + " frankfurt.pop.orbweaver:80",
    "8080=berlin:a:80, TCP, 8080, berlin, a:80",
    "udp:[::1]:53=tromsø:[2001:db8::1]:53, UDP, [::1]:53, tromsø, [2001:db8::1]:53",
    "tcp:internet:9000=berlin:127.0.0.1:5000, TCP, internet:9000, berlin, 127.0.0.1:5000",
    "udp:1=a=b:c:2, UDP, 1, a=b, c:2"
  })
  void a04_theFormOfTheCommandLine(
      String text, ForwardSpec.Protocol protocol, String listen, String terminal, String target) {
    ForwardSpec parsed = Objects.requireNonNull(ForwardSpec.parse(text));
    assertThat(parsed).isEqualTo(new ForwardSpec(protocol, listen, terminal, target));
    assertThat(ForwardSpec.parse(parsed.toString())).isEqualTo(parsed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "8080", "8080=berlin", "berlin:a:80", "tcp:8080"})
  void a05_whatHasAnotherFormIsNone(String text) {
    assertThat(ForwardSpec.parse(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", ":80", "a:", "a:-1", "a:65536", "a b:80", "::1:80", "[a]:80", "ä:1"})
  void a06_whatIsNoSocket(String text) {
    assertThat(HostPort.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.255.3.4, true",
    "::1, true",
    "LocalHost, true",
    "127.0.0.256, false",
    "127.1, false",
    "128.0.0.1, false",
    "::2, false",
    "localhost.example, false"
  })
  void a07_whatIsOnThisMachine(String host, boolean here) {
    assertThat(new HostPort(host, 1).loopback() != null).isEqualTo(here);
  }
}
