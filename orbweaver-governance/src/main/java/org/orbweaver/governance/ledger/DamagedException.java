package org.orbweaver.governance.ledger;

import java.io.IOException;

/** A ledger's file is missing or is not what it must be. */
public final class DamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String path;

  public DamagedException(String message, String path) {
    super(message);
    this.path = path;
  }

  DamagedException(String message, TilePath path) {
    this(message, path.path());
  }

  /** The message. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** The file. */
  public String path() {
    return path;
  }
}
