package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From what a client asks for to where it may go. */
class A08_DestinationsTest {
  private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.216.34");
  private static final InetAddress PRIVATE = InetAddress.ofLiteral("10.0.0.7");
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final List<String> looked = new ArrayList<>();
  private static final Destination.Outside BEHIND_BERLIN =
      new Destination.Outside(List.of(LOOPBACK), 9000, FakeNetwork.FRANKFURT);

  private final Map<String, List<InetAddress>> names =
      Map.of(
          "good.example", List.of(PUBLIC),
          "mixed.example", List.of(PRIVATE, PUBLIC),
          "rebound.example", List.of(PRIVATE),
          "self.example", List.of(LOOPBACK));

  private Destination find(String host, int port, String... allowed) {
    return find(Protocol.TCP, host, port, allowed);
  }

  private Destination find(Protocol protocol, String host, int port, String... allowed) {
    return destinations(allowed).find(host, port, protocol);
  }

  private Destinations destinations(String... allowed) {
    return new Destinations(
        new FakeNetwork(),
        DestinationRules.of(List.of(allowed)),
        (terminal, protocol, port) ->
            terminal == FakeNetwork.BERLIN && port == 9000 ? BEHIND_BERLIN : null,
        (name, timeout) -> {
          looked.add(name);
          List<InetAddress> found = names.get(name);
          if (found == null) {
            throw new UnknownHostException(name);
          }
          return found;
        },
        Duration.ofSeconds(1),
        1080);
  }

  private static SocksReply refusal(Destination destination) {
    assertThat(destination).isInstanceOf(Destination.Nowhere.class);
    return ((Destination.Nowhere) destination).reply();
  }

  @Test
  void aNameThatIsAllowedIsLookedUp() {
    assertThat(find("Good.Example.", 443, "*.example:443"))
        .isEqualTo(new Destination.Outside(List.of(PUBLIC), 443, -1));
    assertThat(looked).containsExactly("good.example");
  }

  @Test
  void aNameThatIsNotAllowedIsNotEvenLookedUp() {
    assertThat(refusal(find("good.example", 443))).isEqualTo(SocksReply.NOT_ALLOWED);
    assertThat(refusal(find("good.example", 80, "good.example:443")))
        .isEqualTo(SocksReply.NOT_ALLOWED);
    assertThat(looked).isEmpty();
  }

  @Test
  void aNameThatPointsIntoAPrivateNetworkIsNotFollowed() {
    assertThat(refusal(find("rebound.example", 443, "*.example:*")))
        .isEqualTo(SocksReply.NOT_ALLOWED);
    assertThat(find("mixed.example", 443, "*.example:*"))
        .isEqualTo(new Destination.Outside(List.of(PUBLIC), 443, -1));
    assertThat(find("rebound.example", 443, "10.0.0.0/8:443"))
        .isEqualTo(new Destination.Outside(List.of(PRIVATE), 443, -1));
  }

  @Test
  void aNameThatPointsBackToTheProxyIsNotFollowed() {
    assertThat(refusal(find("self.example", 1080, "*.example:*")))
        .isEqualTo(SocksReply.NOT_ALLOWED);
  }

  @Test
  void aNameThatNobodyKnowsIsUnreachable() {
    assertThat(refusal(find("none.example", 443, "*.example:*")))
        .isEqualTo(SocksReply.HOST_UNREACHABLE);
  }

  @Test
  void namesInsideAreNeverLookedUpOutside() {
    assertThat(find("london.pop.orbweaver", 80, "0.0.0.0/0:*"))
        .isEqualTo(new Destination.Service(FakeNetwork.LONDON, 80));
    assertThat(refusal(find("paris.pop.orbweaver", 80, "*.orbweaver:*")))
        .isEqualTo(SocksReply.HOST_UNREACHABLE);
    assertThat(refusal(find("elsewhere.orbweaver", 80, "*.orbweaver:*")))
        .isEqualTo(SocksReply.HOST_UNREACHABLE);
    assertThat(looked).isEmpty();
  }

  @Test
  void behindATerminalIsWhatAForwardOpens() {
    assertThat(find("berlin.terminal.orbweaver", 9000)).isEqualTo(BEHIND_BERLIN);
    assertThat(refusal(find("berlin.terminal.orbweaver", 80, "*.orbweaver:*")))
        .isEqualTo(SocksReply.CONNECTION_REFUSED);
    assertThat(refusal(find("accra.terminal.orbweaver", 9000)))
        .isEqualTo(SocksReply.CONNECTION_REFUSED);
    assertThat(refusal(find("berlim.terminal.orbweaver", 9000)))
        .isEqualTo(SocksReply.HOST_UNREACHABLE);
  }

  @Test
  void datagramsFindEchoAndOtherwiseTheSameThings() {
    assertThat(find(Protocol.UDP, "london.pop.orbweaver", 7))
        .isEqualTo(new Destination.Service(FakeNetwork.LONDON, 7));
    assertThat(refusal(find(Protocol.UDP, "london.pop.orbweaver", 80)))
        .isEqualTo(SocksReply.CONNECTION_REFUSED);
    assertThat(refusal(find(Protocol.TCP, "london.pop.orbweaver", 7)))
        .isEqualTo(SocksReply.CONNECTION_REFUSED);
    assertThat(find(Protocol.UDP, "127.0.0.1", 1080))
        .as("the proxy's own port is one for connections")
        .isEqualTo(new Destination.Outside(List.of(LOOPBACK), 1080, -1));
    assertThat(refusal(find(Protocol.UDP, "192.0.2.1", 53))).isEqualTo(SocksReply.NOT_ALLOWED);
    assertThat(refusal(find(Protocol.UDP, "127.0.0.1", 0))).isEqualTo(SocksReply.NOT_ALLOWED);
    assertThat(refusal(find(Protocol.UDP, "224.0.0.1", 53, "0.0.0.0/0:*")))
        .as("nor to groups")
        .isEqualTo(SocksReply.NOT_ALLOWED);
  }

  @Test
  void onlyNamesOfOthersTakeTime() {
    Destinations destinations = destinations();
    for (String at : List.of("192.0.2.1", "::1", "localhost", "x.localhost", "a.pop.orbweaver.")) {
      assertThat(destinations.needsLookup(at)).as(at).isFalse();
    }
    assertThat(destinations.needsLookup("example.org")).isTrue();
  }

  @Test
  void theJvmsResolverAnswersFromItsOwnThreads() throws Exception {
    try (Resolver resolver = new Resolver()) {
      assertThat(resolver.resolve("localhost", Duration.ofSeconds(10)))
          .isNotEmpty()
          .allMatch(InetAddress::isLoopbackAddress);
    }
  }
}
