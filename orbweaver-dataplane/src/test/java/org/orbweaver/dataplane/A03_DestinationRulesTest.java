package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may be reached. */
class A03_DestinationRulesTest {
  private static final int OWN_PORT = 1080;

  private static boolean allows(String pattern, @Nullable String name, String address, int port) {
    return DestinationRules.of(List.of(pattern))
        .allows(name, InetAddress.ofLiteral(address), port, OWN_PORT);
  }

  @Test
  void loopbackIsAllowedExceptTheProxyItself() {
    DestinationRules none = DestinationRules.of(List.of());
    assertThat(none.allows(null, InetAddress.ofLiteral("127.0.0.1"), 8080, OWN_PORT)).isTrue();
    assertThat(none.allows("localhost", InetAddress.ofLiteral("::1"), 8080, OWN_PORT)).isTrue();
    assertThat(none.allows(null, InetAddress.ofLiteral("127.0.0.1"), OWN_PORT, OWN_PORT)).isFalse();
    assertThat(none.allows(null, InetAddress.ofLiteral("127.9.9.9"), OWN_PORT, OWN_PORT)).isFalse();
    assertThat(none.allows(null, InetAddress.ofLiteral("127.0.0.1"), 0, OWN_PORT)).isFalse();
    assertThat(none.allows(null, InetAddress.ofLiteral("93.184.216.34"), 80, OWN_PORT)).isFalse();
  }

  @Test
  void theAddressThatMeansThisMachineIsNoWayAround() {
    assertThat(allows("0.0.0.0/0:*", null, "0.0.0.0", OWN_PORT)).isFalse();
    assertThat(allows("[::]/0:*", null, "::", OWN_PORT)).isFalse();
    assertThat(allows("[::]/0:*", null, "::ffff:127.0.0.1", OWN_PORT)).isFalse();
    assertThat(allows("0.0.0.0/0:*", null, "224.0.0.1", 80)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "example.org:443, example.org, 443, true",
    "example.org:443, example.org, 80, false",
    "example.org:*, example.org, 80, true",
    "EXAMPLE.org:443, example.org, 443, true",
    "example.org:443, www.example.org, 443, false",
    "*.example.org:443, www.example.org, 443, true",
    "*.example.org:443, a.b.example.org, 443, true",
    "*.example.org:443, example.org, 443, false",
    "*.example.org:443, badexample.org, 443, false",
    "bücher.example:443, xn--bcher-kva.example, 443, true"
  })
  void namesAreMatchedWholeOrBelow(String pattern, String name, int port, boolean allowed) {
    assertThat(allows(pattern, name, "93.184.216.34", port)).isEqualTo(allowed);
    assertThat(DestinationRules.of(List.of(pattern)).mayResolve(name, port)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7:80, 192.0.2.7, true",
    "192.0.2.7:80, 192.0.2.8, false",
    "192.0.2.0/24:80, 192.0.2.255, true",
    "192.0.2.0/24:80, 192.0.3.0, false",
    "192.0.2.128/25:80, 192.0.2.127, false",
    "192.0.2.128/25:80, 192.0.2.200, true",
    "0.0.0.0/0:80, 203.0.113.5, true",
    "0.0.0.0/0:80, 2001:db8::1, false",
    "[2001:db8::]/32:80, 2001:db8:7::1, true",
    "[2001:db8::/33]:80, 2001:db8:8000::1, false",
    "[2001:db8::1]:80, 2001:db8::1, true"
  })
  void addressesAreMatchedByBlock(String pattern, String address, boolean allowed) {
    assertThat(allows(pattern, null, address, 80)).isEqualTo(allowed);
    assertThat(allows(pattern, "any.name", address, 80)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "192.168.1.1",
        "172.31.255.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "0.1.2.3",
        "240.0.0.1",
        "fd00::1",
        "fe80::1",
        "fec0::1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001::1"
      })
  void aNameDoesNotReachPrivateAddresses(String address) {
    assertThat(allows("example.org:443", "example.org", address, 443)).isFalse();
    assertThat(allows("example.org:443", "example.org", "93.184.216.34", 443)).isTrue();
    assertThat(allows("example.org:443", "example.org", "2606:2800:220:1::1", 443)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "example.org | has no port; write HOST:PORT, such as example.org:443",
        ":80 | has no port; write HOST:PORT, such as example.org:443",
        "example.org:0 | has no valid port; write a number from 1 to 65535, or *",
        "example.org:65536 | has no valid port; write a number from 1 to 65535, or *",
        "example.org:http | has no valid port; write a number from 1 to 65535, or *",
        "2001:db8::1:80 | needs brackets around its IPv6 address, such as [2001:db8::1]:443",
        "192.0.2.0/33:80 | needs a prefix length from 0 to 32 behind the slash",
        "192.0.2.1/24:80 | has bits set behind its prefix; write the block's first address",
        "192.0.2:80 | holds no address; write one such as 192.0.2.1 or [2001:db8::1]",
        "192.0.2.256:80 | holds no address; write one such as 192.0.2.1 or [2001:db8::1]",
        "*:80 | holds no host name; write one such as example.org or *.example.org",
        "a.*.org:80 | holds no host name; write one such as example.org or *.example.org",
        "exa mple.org:80 | holds no host name; write one such as example.org or *.example.org"
      })
  void whatIsNoPatternIsExplained(String pattern, String problem) {
    assertThatThrownBy(() -> DestinationRules.of(List.of("example.org:443", pattern)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + pattern + "' " + problem);
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThatThrownBy(() -> DestinationRules.of(List.of("a", "b:1", "c")))
        .hasMessageContaining("'a'")
        .hasMessageContaining("'c'");
  }
}
