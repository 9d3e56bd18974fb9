package org.orbweaver.dataplane;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The header of a datagram between a program and the proxy (RFC 1928, section 7), as pure functions
 * of bytes.
 */
final class SocksDatagram {
  /** The longest header: a name of 255 bytes. */
  static final int MAX_HEADER_BYTES = 4 + 1 + 255 + 2;

  private static final int FIXED_BYTES = 4;
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;

  private SocksDatagram() {}

  /** What a datagram says. */
  sealed interface Parsed permits To, Unusable {}

  /**
   * Data for somebody.
   *
   * @param host a name or the text of an address, printable ASCII
   * @param port 0 to 65535
   * @param dataOffset where its data begin; they go on to the end
   */
  record To(String host, int port, int dataOffset) implements Parsed {}

  /** Nothing that can be carried. */
  enum Unusable implements Parsed {
    /** It ends within its header. */
    SHORT("too short for a header"),
    /** Part of a larger one; the standard lets a proxy drop these. */
    FRAGMENT("a fragment, which this proxy does not put together"),
    /** Its address is of no known type. */
    ADDRESS_TYPE("of an unknown type of address"),
    /** Its name is empty or not printable ASCII. */
    NAME("for a name that is not ASCII");

    private final String shown;

    Unusable(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }
  }

  /** Reads the header of the first {@code length} bytes; the two reserved ones say nothing. */
  static Parsed parse(byte[] bytes, int length) {
    if (length < FIXED_BYTES + 1) {
      return Unusable.SHORT;
    }
    if (bytes[2] != 0) {
      return Unusable.FRAGMENT;
    }
    int type = bytes[3];
    int start = type == NAME ? FIXED_BYTES + 1 : FIXED_BYTES;
    int size =
        switch (type) {
          case IPV4 -> 4;
          case IPV6 -> 16;
          case NAME -> bytes[FIXED_BYTES] & 0xff;
          default -> -1;
        };
    if (size < 0) {
      return Unusable.ADDRESS_TYPE;
    }
    int end = start + size;
    if (length < end + 2) {
      return Unusable.SHORT;
    }
    String host =
        type == NAME
            ? SocksHandshake.name(Arrays.copyOfRange(bytes, start, end))
            : SocksHandshake.address(Arrays.copyOfRange(bytes, start, end));
    if (host == null) {
      return Unusable.NAME;
    }
    int port = (bytes[end] & 0xff) << 8 | (bytes[end + 1] & 0xff);
    return new To(host, port, end + 2);
  }

  /** A datagram for the program, from an address. */
  static byte[] from(InetAddress address, int port, byte[] data, int length) {
    byte[] raw = address.getAddress();
    byte[] whole = new byte[FIXED_BYTES + raw.length + 2 + length];
    whole[3] = (byte) (raw.length == 4 ? IPV4 : IPV6);
    System.arraycopy(raw, 0, whole, FIXED_BYTES, raw.length);
    return complete(whole, port, data, length);
  }

  /** A datagram for the program, from a name of at most 255 bytes. */
  static byte[] from(String name, int port, byte[] data, int length) {
    byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[FIXED_BYTES + 1 + ascii.length + 2 + length];
    whole[3] = NAME;
    whole[FIXED_BYTES] = (byte) ascii.length;
    System.arraycopy(ascii, 0, whole, FIXED_BYTES + 1, ascii.length);
    return complete(whole, port, data, length);
  }

  private static byte[] complete(byte[] whole, int port, byte[] data, int length) {
    int end = whole.length - length;
    whole[end - 2] = (byte) (port >> 8);
    whole[end - 1] = (byte) port;
    System.arraycopy(data, 0, whole, end, length);
    return whole;
  }
}
