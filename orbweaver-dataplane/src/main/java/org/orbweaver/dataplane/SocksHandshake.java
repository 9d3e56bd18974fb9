package org.orbweaver.dataplane;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The client's half of a SOCKS5 handshake (RFC 1928) with user name and password (RFC 1929), as a
 * pure function of its bytes: greeting, login, request. Feed it byte by byte; it never reads beyond
 * the request, and never holds more than one message.
 */
final class SocksHandshake {
  static final int CONNECT = 1;
  static final int UDP_ASSOCIATE = 3;

  private static final int VERSION = 5;
  private static final int LOGIN_VERSION = 1;
  private static final int METHOD_LOGIN = 2;
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;

  /** The longest message: a login whose name and password have 255 bytes each. */
  private static final int MAX_MESSAGE = 3 + 255 + 255;

  /** A message that is complete. */
  sealed interface Event permits Greeting, Login, Request, NotSocks {}

  /**
   * The first message.
   *
   * @param offersLogin whether the client can send a user name
   */
  record Greeting(boolean offersLogin) implements Event {}

  /**
   * The second message; the password is not kept.
   *
   * @param user as sent, read as UTF-8
   */
  record Login(String user) implements Event {}

  /**
   * The last message.
   *
   * @param command {@link #CONNECT} or another
   * @param host a name or the text of an address; null where it is of an unknown type or not
   *     printable ASCII
   * @param knownType whether the type of address is known
   * @param port 0 to 65535
   */
  record Request(int command, @Nullable String host, boolean knownType, int port)
      implements Event {}

  /**
   * Something else; the handshake is over.
   *
   * @param protocol what it looks like
   */
  record NotSocks(Protocol protocol) implements Event {}

  /** What came instead of SOCKS5. */
  enum Protocol {
    SOCKS4("SOCKS4"),
    HTTP("HTTP"),
    TLS("TLS"),
    UNKNOWN("an unknown protocol");

    private final String shown;

    Protocol(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }
  }

  private enum Stage {
    GREETING,
    LOGIN,
    REQUEST,
    OVER
  }

  private final byte[] message = new byte[MAX_MESSAGE];
  private Stage stage = Stage.GREETING;
  private int have;
  private int need = 2;

  /**
   * Takes the next byte.
   *
   * @return the message that it completes, or null where more is needed or the handshake is over
   */
  @Nullable Event accept(byte next) {
    if (stage == Stage.OVER) {
      return null;
    }
    message[have++] = next;
    if (have == 1 && message[0] != (stage == Stage.LOGIN ? LOGIN_VERSION : VERSION)) {
      Protocol protocol = stage == Stage.GREETING ? protocolOf(next) : Protocol.UNKNOWN;
      stage = Stage.OVER;
      return new NotSocks(protocol);
    }
    if (have < need) {
      return null;
    }
    return switch (stage) {
      case GREETING -> greeting();
      case LOGIN -> login();
      case REQUEST -> request();
      case OVER -> null;
    };
  }

  /** Whether nothing more is expected. */
  boolean isOver() {
    return stage == Stage.OVER;
  }

  private @Nullable Event greeting() {
    need = 2 + at(1);
    if (have < need) {
      return null;
    }
    boolean login = false;
    for (int i = 2; i < have; i++) {
      login |= at(i) == METHOD_LOGIN;
    }
    next(login ? Stage.LOGIN : Stage.OVER, 2);
    return new Greeting(login);
  }

  private @Nullable Event login() {
    int userEnd = 2 + at(1);
    need = have <= userEnd ? userEnd + 1 : userEnd + 1 + at(userEnd);
    if (have < need) {
      return null;
    }
    String user = new String(message, 2, userEnd - 2, StandardCharsets.UTF_8);
    Arrays.fill(message, (byte) 0);
    next(Stage.REQUEST, 5);
    return new Login(user);
  }

  private @Nullable Event request() {
    int type = at(3);
    int hostStart = type == NAME ? 5 : 4;
    int hostLength =
        switch (type) {
          case IPV4 -> 4;
          case IPV6 -> 16;
          case NAME -> at(4);
          default -> -1;
        };
    if (hostLength < 0) {
      next(Stage.OVER, 0);
      return new Request(at(1), null, false, 0);
    }
    need = hostStart + hostLength + 2;
    if (have < need) {
      return null;
    }
    int port = at(need - 2) << 8 | at(need - 1);
    byte[] host = Arrays.copyOfRange(message, hostStart, hostStart + hostLength);
    Request request = new Request(at(1), type == NAME ? name(host) : address(host), true, port);
    next(Stage.OVER, 0);
    return request;
  }

  private void next(Stage following, int firstNeed) {
    stage = following;
    have = 0;
    need = firstNeed;
  }

  private int at(int index) {
    return message[index] & 0xff;
  }

  /** A host name, or null where it is empty or not printable ASCII. */
  static @Nullable String name(byte[] ascii) {
    for (byte b : ascii) {
      if (b <= ' ' || b > '~') {
        return null;
      }
    }
    return ascii.length == 0 ? null : new String(ascii, StandardCharsets.US_ASCII);
  }

  /** The text of an address of 4 or 16 bytes. */
  static String address(byte[] raw) {
    try {
      return InetAddress.getByAddress(raw).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }

  private static Protocol protocolOf(byte first) {
    if (first == 4) {
      return Protocol.SOCKS4;
    }
    if (first == 0x16) {
      return Protocol.TLS;
    }
    return first >= 'A' && first <= 'Z' ? Protocol.HTTP : Protocol.UNKNOWN;
  }
}
