package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be reached, as nftables is told. */
final class A11_PacketFilterTest {
  private static PacketFilter filter(String... patterns) {
    return new PacketFilter(DestinationRules.of(List.of(patterns)));
  }

  private static List<InetAddress> addresses(String... literals) {
    return List.of(literals).stream().map(InetAddress::ofLiteral).toList();
  }

  @Test
  void a01_aBlockIsARule_aNameASetThatBeginsEmpty_allElseIsRefused() {
    String table =
        filter("198.51.100.0/24:80", "[2001:db8::]/32:*", "example.org:443").table("outside");
    assertThat(table)
        .contains("ip daddr 198.51.100.0/24 meta l4proto { tcp, udp } th dport 80 accept\n")
        .contains("ip6 daddr 2001:db8:0:0:0:0:0:0/32 accept\n")
        .contains("set name2_v4 { type ipv4_addr; flags timeout; }\n")
        .contains("ip6 daddr @name2_v6 meta l4proto { tcp, udp } th dport 443 accept\n")
        .contains("oifname \"outside\" masquerade\n");
    assertThat(table).containsPattern("443 accept\\s+reject with icmpx type admin-prohibited\n");
    assertThat(table).as("what comes before any rule").contains("127.0.0.0/8", "::ffff:0:0/96");
  }

  @Test
  void a02_aNameLetsItsPublicAddressesThrough_forAWhile() {
    PacketFilter filter = filter("*.example.org:443", "10.0.0.0/8:*");
    assertThat(
            filter.admit("a.example.org", addresses("93.184.216.34", "10.1.2.3", "2606:2800::1")))
        .contains("add element inet orbweaver name0_v4 { 93.184.216.34 timeout 1h }\n")
        .contains("add element inet orbweaver name0_v6 { 2606:2800:0:0:0:0:0:1 timeout 1h }\n")
        .doesNotContain("10.1.2.3");
    assertThat(filter.admit("example.org", addresses("93.184.216.34"))).isEmpty();
  }

  @Test
  void a03_namesThatCouldNotBeAllowedAreNotAskedFor() {
    assertThat(filter("example.org:443").mayAsk("example.org")).isTrue();
    assertThat(filter("example.org:443").mayAsk("example.net")).isFalse();
    assertThat(filter("192.0.2.0/24:80").mayAsk("example.net")).as("it may lie there").isTrue();
  }
}
