package org.orbweaver.dataplane;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells addresses of the public internet from those with a special purpose (RFC 6890 and its
 * registries).
 */
final class PublicAddress {
  private PublicAddress() {}

  static boolean isPublic(InetAddress address) {
    byte[] a = address.getAddress();
    return address instanceof Inet4Address
        ? isPublic4(a[0] & 0xff, a[1] & 0xff, a[2] & 0xff)
        : isPublic6(a);
  }

  private static boolean isPublic4(int a, int b, int c) {
    boolean special =
        a == 0
            || a == 10
            || a == 127
            || a >= 224
            || (a == 100 && b >= 64 && b < 128)
            || (a == 169 && b == 254)
            || (a == 172 && b >= 16 && b < 32)
            || (a == 192 && b == 168)
            || (a == 192 && b == 0 && c == 0)
            || (a == 198 && (b == 18 || b == 19));
    return !special;
  }

  /** Global unicast without what wraps an IPv4 address (6to4, Teredo). */
  private static boolean isPublic6(byte[] a) {
    boolean unicast = (a[0] & 0xe0) == 0x20;
    boolean sixToFour = a[0] == 0x20 && a[1] == 0x02;
    boolean teredo = a[0] == 0x20 && a[1] == 0x01 && a[2] == 0 && a[3] == 0;
    return unicast && !sixToFour && !teredo;
  }
}
