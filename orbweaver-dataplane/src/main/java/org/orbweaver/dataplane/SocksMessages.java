package org.orbweaver.dataplane;

import java.nio.charset.StandardCharsets;

/** What the proxy says before a connection is carried (RFC 1928, RFC 1929). */
final class SocksMessages {
  static final byte[] CHOOSE_LOGIN = {5, 2};
  static final byte[] NO_METHOD = {5, (byte) 0xff};
  static final byte[] LOGIN_ACCEPTED = {1, 0};
  static final byte[] LOGIN_REFUSED = {1, 1};

  private static final byte[] SOCKS4_REFUSED = {0, 0x5b, 0, 0, 0, 0, 0, 0};
  private static final byte[] NOTHING = {};

  private SocksMessages() {}

  /** What is wrong with a request that is no CONNECT to a readable address. */
  static SocksReply unsupported(SocksHandshake.Request request) {
    if (!request.knownType()) {
      return SocksReply.ADDRESS_TYPE_NOT_SUPPORTED;
    }
    return request.command() == SocksHandshake.CONNECT
        ? SocksReply.GENERAL_FAILURE
        : SocksReply.COMMAND_NOT_SUPPORTED;
  }

  /** An answer that a client of another protocol understands; empty where there is none. */
  static byte[] inAnswerTo(SocksHandshake.Protocol protocol, String example) {
    return switch (protocol) {
      case SOCKS4 -> SOCKS4_REFUSED;
      case HTTP -> http("This port speaks SOCKS5, not HTTP. Try: " + example + "\n");
      case TLS, UNKNOWN -> NOTHING;
    };
  }

  private static byte[] http(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "Connection: close\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    return (head + text).getBytes(StandardCharsets.UTF_8);
  }

  /** A line to try. */
  static String example(String terminal, String pop, int port) {
    return "curl -x socks5h://"
        + terminal
        + ":@127.0.0.1:"
        + port
        + " http://"
        + pop
        + ".pop.orbweaver/whoami";
  }
}
