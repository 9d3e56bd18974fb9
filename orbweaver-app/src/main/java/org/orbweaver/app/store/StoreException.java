package org.orbweaver.app.store;

import org.jspecify.annotations.Nullable;

/** The database cannot do what it should; the message says why and holds no secret. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The message. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
