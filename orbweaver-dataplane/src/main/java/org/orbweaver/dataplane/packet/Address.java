package org.orbweaver.dataplane.packet;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * Where a node of the network is reached: one IPv4 address, and one IPv6 address in a /64 of its
 * own.
 *
 * @param v4 in network order
 * @param prefix first 64 bits of the IPv6 address: its /64
 * @param rest last 64 bits
 */
public record Address(int v4, long prefix, long rest) {
  /** The IPv4 address as the platform has it. */
  public Inet4Address inet4() {
    return (Inet4Address) of(ByteBuffer.allocate(Integer.BYTES).putInt(v4).array());
  }

  /** The IPv6 address as the platform has it. */
  public Inet6Address inet6() {
    return (Inet6Address) of(ByteBuffer.allocate(16).putLong(prefix).putLong(rest).array());
  }

  /** The IPv6 address as people write it: the last zeroes of a /64's first one left out. */
  public String text6() {
    return rest == 1
        ? inet6().getHostAddress().replaceFirst("(:0){3}:1$", "::1")
        : inet6().getHostAddress();
  }

  private static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError("an address has four or sixteen bytes", e);
    }
  }
}
