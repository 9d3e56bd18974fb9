package org.orbweaver.dataplane;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One {@code HOST:PORT} of what a scenario allows.
 *
 * @param text as written
 * @param name of a host in lower case, beginning with a dot where every name below it is meant;
 *     null for a block
 * @param block the first address of a block; null for a name
 * @param prefixBits how many leading bits of an address must be the block's
 * @param port 0 for any
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record DestinationPattern(
    String text, @Nullable String name, byte @Nullable [] block, int prefixBits, int port) {
  private static final Pattern NAME =
      Pattern.compile(
          "([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException saying what is wrong and what would be right
   */
  static DestinationPattern parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0) {
      throw wrong(text, "has no port; write HOST:PORT, such as example.org:443");
    }
    int port = port(text, text.substring(colon + 1));
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.contains("]");
    if (host.contains(":") && !bracketed) {
      throw wrong(text, "needs brackets around its IPv6 address, such as [2001:db8::1]:443");
    }
    host = bracketed ? host.substring(1).replaceFirst("]", "") : host;
    if (host.contains(":") || host.contains("/") || NUMERIC.matcher(host).matches()) {
      return ofBlock(text, host, port);
    }
    boolean below = host.startsWith("*.");
    String name = ascii(text, below ? host.substring(2) : host);
    return new DestinationPattern(text, below ? "." + name : name, null, 0, port);
  }

  private static int port(String text, String port) {
    if (port.equals("*")) {
      return 0;
    }
    if (port.matches("[0-9]{1,5}")) {
      int number = Integer.parseInt(port);
      if (number >= 1 && number <= 65_535) {
        return number;
      }
    }
    throw wrong(text, "has no valid port; write a number from 1 to 65535, or *");
  }

  private static DestinationPattern ofBlock(String text, String host, int port) {
    int slash = host.indexOf('/');
    byte[] address = literal(text, slash < 0 ? host : host.substring(0, slash));
    int bits = address.length * 8;
    if (slash >= 0) {
      String length = host.substring(slash + 1);
      if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > bits) {
        throw wrong(text, "needs a prefix length from 0 to " + bits + " behind the slash");
      }
      bits = Integer.parseInt(length);
    }
    for (int i = bits; i < address.length * 8; i++) {
      if ((address[i / 8] >> (7 - i % 8) & 1) != 0) {
        throw wrong(text, "has bits set behind its prefix; write the block's first address");
      }
    }
    return new DestinationPattern(text, null, address, bits, port);
  }

  private static byte[] literal(String text, String host) {
    boolean dotted = host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    if (dotted || host.contains(":")) {
      try {
        return InetAddress.ofLiteral(host).getAddress();
      } catch (IllegalArgumentException e) {
        // Told below, in the words of the file.
      }
    }
    throw wrong(text, "holds no address; write one such as 192.0.2.1 or [2001:db8::1]");
  }

  private static String ascii(String text, String host) {
    String name;
    try {
      name = IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      name = "";
    }
    if (name.length() > 253 || !NAME.matcher(name).matches()) {
      throw wrong(text, "holds no host name; write one such as example.org or *.example.org");
    }
    return name;
  }

  private static IllegalArgumentException wrong(String text, String what) {
    return new IllegalArgumentException("'" + text + "' " + what);
  }

  /** A block's first address. */
  InetAddress first() {
    try {
      return InetAddress.getByAddress(Objects.requireNonNull(block));
    } catch (UnknownHostException e) {
      throw new AssertionError("an address has four or sixteen bytes", e);
    }
  }

  boolean matchesPort(int asked) {
    return port == 0 || port == asked;
  }

  boolean isBlock() {
    return block != null;
  }

  /** Whether it allows a name, in lower case and without a final dot. */
  boolean matchesName(String asked) {
    return name != null
        && (name.startsWith(".")
            ? asked.endsWith(name) && asked.length() > name.length()
            : asked.equals(name));
  }

  /** Whether it allows an address by address. */
  boolean matchesAddress(InetAddress asked) {
    byte[] address = asked.getAddress();
    if (block == null || address.length != block.length) {
      return false;
    }
    int whole = prefixBits / 8;
    int rest = prefixBits % 8;
    return Arrays.equals(address, 0, whole, block, 0, whole)
        && (rest == 0 || (address[whole] ^ block[whole]) >> (8 - rest) == 0);
  }

  @Override
  public String toString() {
    return text;
  }
}
