package org.orbweaver.dataplane;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * {@link DestinationRules} for packets: the same patterns as rules of nftables for what leaves by a
 * device. What is not allowed is refused, as a firewall does. A name is only known by the addresses
 * that it was found to have, so these are let through for a while each time that it is asked for.
 * Sources: nft(8).
 */
public final class PacketFilter {
  /** Where nftables keeps it. */
  private static final String TABLE = "inet orbweaver";

  /** No pattern opens these: no host of others has them, or they would lead to this one's own. */
  private static final String NOWHERE =
      """
          ip daddr { 0.0.0.0/8, 127.0.0.0/8, 224.0.0.0/4, 255.255.255.255/32 } drop
          ip6 daddr { ::/96, ::ffff:0:0/96, fe80::/10, ff00::/8 } drop
      """;

  private final DestinationRules rules;

  public PacketFilter(DestinationRules rules) {
    this.rules = rules;
  }

  /** Whether any address that a name has could be allowed, so that it is worth asking for them. */
  public boolean mayAsk(String name) {
    return rules.patterns().stream().anyMatch(p -> p.isBlock() || p.matchesName(name));
  }

  /**
   * Makes the table, which forwards from the network to others and back and nothing else, and gives
   * what leaves the address of its device. Pieces of long datagrams are dropped: pasta would hand
   * on the first one as if it were all.
   *
   * @param device by which others are reached
   */
  public String table(String device) {
    StringBuilder sets = new StringBuilder();
    StringBuilder allowed = new StringBuilder();
    List<DestinationPattern> patterns = rules.patterns();
    for (int i = 0; i < patterns.size(); i++) {
      DestinationPattern pattern = patterns.get(i);
      String ports =
          pattern.port() == 0 ? "" : " meta l4proto { tcp, udp } th dport " + pattern.port();
      if (pattern.block() != null) {
        allowed.append("    %s%s accept\n".formatted(block(pattern), ports));
      } else {
        sets.append("  set %s { type ipv4_addr; flags timeout; }\n".formatted(set(i, true)));
        sets.append("  set %s { type ipv6_addr; flags timeout; }\n".formatted(set(i, false)));
        allowed.append("    ip daddr @%s%s accept\n".formatted(set(i, true), ports));
        allowed.append("    ip6 daddr @%s%s accept\n".formatted(set(i, false), ports));
      }
    }
    return """
    table %1$s {
    %2$s  chain allowed {
    %3$s%4$s    reject with icmpx type admin-prohibited
      }
      chain whole {
        type filter hook prerouting priority -450;
        ip frag-off & 0x3fff != 0 ip daddr != 100.64.0.0/10 drop
      }
      chain through {
        type filter hook forward priority 0; policy drop;
        ct state established,related accept
        oifname "%5$s" goto allowed
      }
      chain own {
        type filter hook output priority 0; policy accept;
        ct state established,related,untracked accept
        oifname "%5$s" goto allowed
      }
      chain leave {
        type nat hook postrouting priority 100;
        oifname "%5$s" masquerade
      }
    }
    """
        .formatted(TABLE, sets, NOWHERE, allowed, device);
  }

  private static String block(DestinationPattern pattern) {
    InetAddress first = pattern.first();
    String family = first instanceof Inet4Address ? "ip" : "ip6";
    return "%s daddr %s/%d".formatted(family, first.getHostAddress(), pattern.prefixBits());
  }

  private static String set(int pattern, boolean v4) {
    return "name%d_%s".formatted(pattern, v4 ? "v4" : "v6");
  }

  /**
   * What to tell nftables once a name has been found, before anybody is told its addresses; empty
   * where no pattern names it.
   */
  public String admit(String name, List<InetAddress> addresses) {
    StringBuilder told = new StringBuilder();
    List<DestinationPattern> patterns = rules.patterns();
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matchesName(name)) {
        for (InetAddress address : addresses) {
          if (PublicAddress.isPublic(address)) {
            String set = set(i, address instanceof Inet4Address);
            admit(told, set, address.getHostAddress());
          }
        }
      }
    }
    return told.toString();
  }

  /** What is in a set already gets its hour anew only by leaving it. */
  private static void admit(StringBuilder told, String set, String address) {
    told.append("add element %s %s { %s }\n".formatted(TABLE, set, address));
    told.append("delete element %s %s { %s }\n".formatted(TABLE, set, address));
    told.append("add element %s %s { %s timeout 1h }\n".formatted(TABLE, set, address));
  }
}
