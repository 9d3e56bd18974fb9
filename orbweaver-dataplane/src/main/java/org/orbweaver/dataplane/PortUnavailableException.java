package org.orbweaver.dataplane;

import java.io.IOException;

/** A port on loopback could not be opened. The message names it and says what to do. */
public final class PortUnavailableException extends IOException {
  private static final long serialVersionUID = 1;

  private final int port;

  PortUnavailableException(int port, String message, Throwable cause) {
    super(message, cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
