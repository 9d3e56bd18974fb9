package org.orbweaver.governance.accounts;

/** A rule of accounts forbids what was asked; the message says which. Nothing has happened. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RefusedException(String message) {
    super(message);
  }

  /** The message. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
