package org.orbweaver.dataplane;

/** Answers to a request (RFC 1928, section 6). */
enum SocksReply {
  SUCCEEDED(0),
  GENERAL_FAILURE(1),
  NOT_ALLOWED(2),
  HOST_UNREACHABLE(4),
  CONNECTION_REFUSED(5),
  COMMAND_NOT_SUPPORTED(7),
  ADDRESS_TYPE_NOT_SUPPORTED(8);

  private final byte code;

  SocksReply(int code) {
    this.code = (byte) code;
  }

  /** The whole message with an IPv4 address of this proxy. */
  byte[] message(byte[] address, int port) {
    byte[] message = message();
    System.arraycopy(address, 0, message, 4, 4);
    message[8] = (byte) (port >> 8);
    message[9] = (byte) port;
    return message;
  }

  /** The whole message. The address from which the proxy connects is kept to itself: all zero. */
  byte[] message() {
    return new byte[] {5, code, 0, 1, 0, 0, 0, 0, 0, 0};
  }
}
