package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code doc/traffic.md} says what is so. */
class D03_TrafficPageTest {
  private static String page;

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Path.of("../doc/traffic.md"));
  }

  @Test
  void itsLimitsAreTheRealOnes() {
    Limits limits = Limits.DEFAULT;
    assertThat(page)
        .contains(
            """
            | connections at once, and programs that send datagrams | %d |
            | of these through one terminal | %d |
            | clients that have not yet said what they want | %d; the oldest makes room for the newest |
            | time to say it | %d s |
            | time to reach a destination outside | %d s |
            | bytes of connections may wait for service | %d s |
            | a way back for datagrams that is not used | %d min |
            | far sockets of one program's datagrams | %d; beyond them the one longest unused is forgotten |
            """
                .formatted(
                    limits.maxConnections(),
                    limits.maxPerTerminal(),
                    limits.maxHandshakes(),
                    limits.handshake().toSeconds(),
                    limits.connect().toSeconds(),
                    limits.unservedReset().toSeconds(),
                    limits.datagramIdle().toMinutes(),
                    limits.maxRemotes()));
  }

  @Test
  void itSaysHowLongADatagramMayBe() {
    assertThat(page)
        .contains("up to " + Datagram.MAX_BYTES + " bytes of data")
        .contains("IPv6 addresses " + Datagram.MAX_BYTES_IPV6 + ";");
  }

  @Test
  void itNamesEveryMemberOfWhoamiInOrder() {
    FakeNetwork network = new FakeNetwork();
    WhoAmI who = network.of(FakeNetwork.BERLIN, network.nowNs());
    String json = WhoAmIPage.json(who, network.nowNs(), "frankfurt", 1);
    assertThat(names("\"(\\w+)\": ", json)).isEqualTo(membersOnPage());
  }

  private static List<String> membersOnPage() {
    String table = page.substring(page.indexOf("| Member |"), page.indexOf("## Where traffic"));
    return table
        .lines()
        .map(line -> line.split("\\|", -1))
        .filter(cells -> cells.length > 1)
        .flatMap(cells -> names("`(\\w+)`", cells[1]).stream())
        .toList();
  }

  private static List<String> names(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }

  @Test
  void itsPatternsArePatterns() {
    String line = page.lines().filter(l -> l.contains("allow: [")).findFirst().orElseThrow();
    List<String> patterns = names("\"([^\"]+)\"", line);
    assertThat(patterns).hasSize(4);
    assertThat(DestinationRules.of(patterns)).hasToString(patterns.toString());
  }
}
