package org.orbweaver.dataplane.packet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which addresses the nodes of a network have: a /64 each from a unique local /48 (RFC 4193) that
 * follows from the network's name, and one address each from 100.64.0.0/10 (RFC 6598). A node's
 * follow from its own name, whatever other nodes there are, unless another one that was given its
 * addresses first has the same; so what was given is kept by whoever asks.
 *
 * <p>Terminals have subnets below {@code e000} and addresses below 100.124.0.0; satellites, PoPs,
 * gateways, the internet's side and the resolver have those above, in this order.
 */
public final class AddressPlan {
  /** Kinds of nodes, which have ranges and names of their own. */
  public enum Kind {
    /** A user's terminal. */
    TERMINAL(0, 0xe000, 0x6440_0001, 0x3b_fffe),
    /** A satellite on which programs run. */
    SATELLITE(0xe000, 0x1000, 0x647c_0001, 0x2_fffe),
    /** A point of presence. */
    POP(0xf000, 0x800, 0x647f_0001, 0x7fff),
    /** A gateway on which programs run. */
    GATEWAY(0xf800, 0x600, 0x647f_8001, 0x7dff),
    /** What the network itself answers by: dish, resolver, the internet's side. */
    SERVICE(0xfe00, 0x200, 0x647f_fe00, 0x1ff);

    private final int firstSubnet;
    private final int subnets;
    private final int firstV4;
    private final int v4s;

    Kind(int firstSubnet, int subnets, int firstV4, int v4s) {
      this.firstSubnet = firstSubnet;
      this.subnets = subnets;
      this.firstV4 = firstV4;
      this.v4s = v4s;
    }
  }

  /** Leading bits that IPv4 addresses of all networks have in common: 100.64.0.0/10. */
  public static final int V4_BITS = 10;

  /** Leading bits that IPv6 addresses of one network have in common. */
  public static final int V6_BITS = 48;

  private final long prefix48;
  private final Map<String, Address> given = new HashMap<>();
  private final Set<Integer> takenV4 = new HashSet<>();
  private final Set<Long> takenPrefixes = new HashSet<>();

  /** Of the network of that name. */
  public AddressPlan(String network) {
    prefix48 = 0xfdL << 56 | (hash("network", network) & 0xff_ffff_ffffL) << 16;
  }

  /** A node's addresses; the same at each call. */
  public synchronized Address of(Kind kind, String name) {
    String key = key(kind, name);
    Address before = given.get(key);
    return before != null ? before : take(key, make(kind, hash(kind.name(), name)));
  }

  /**
   * Takes over what a node was given in an earlier run; to be called before anything is asked.
   *
   * @return false where it does not fit the plan or belongs to another one already
   */
  public synchronized boolean keep(Kind kind, String name, Address address) {
    if (prefix48 != (address.prefix() & ~0xffffL)
        || takenV4.contains(address.v4())
        || takenPrefixes.contains(address.prefix())) {
      return false;
    }
    take(key(kind, name), address);
    return true;
  }

  /** The first addresses of a network, of which one is known. */
  public static Address first(Address any) {
    int v4 = any.v4() & (-1 << (Integer.SIZE - V4_BITS));
    return new Address(v4, any.prefix() & (-1L << (Long.SIZE - V6_BITS)), 0);
  }

  /** Whether a packet goes to a network of ours, be it to a node that is there or not. */
  static boolean isOwn(long p, Address any) {
    int v4 = Integer.SIZE - V4_BITS;
    int v6 = Long.SIZE - V6_BITS;
    return Ip.isV4(p)
        ? Ip.destinationV4(p) >>> v4 == any.v4() >>> v4
        : Ip.destinationPrefix(p) >>> v6 == any.prefix() >>> v6;
  }

  private static String key(Kind kind, String name) {
    return kind.name() + ' ' + name;
  }

  private Address take(String key, Address address) {
    given.put(key, address);
    takenV4.add(address.v4());
    takenPrefixes.add(address.prefix());
    return address;
  }

  private Address make(Kind kind, long hash) {
    long prefix = 0;
    for (int i = 0; i <= kind.subnets; i++) {
      prefix = prefix48 | kind.firstSubnet + Math.floorMod((hash >>> 32) + i, kind.subnets);
      if (!takenPrefixes.contains(prefix)) {
        break;
      }
      if (i == kind.subnets) {
        throw new IllegalStateException("all " + kind.subnets + " networks are given away");
      }
    }
    int v4 = 0;
    for (int i = 0; i <= kind.v4s; i++) {
      v4 = kind.firstV4 + (int) Math.floorMod((hash & 0xffff_ffffL) + i, (long) kind.v4s);
      if (!takenV4.contains(v4)) {
        break;
      }
    }
    return new Address(v4, prefix, 1);
  }

  private static long hash(String kind, String name) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest((kind + '\n' + name).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
