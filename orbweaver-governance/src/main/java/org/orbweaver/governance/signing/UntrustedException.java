package org.orbweaver.governance.signing;

/** What was read has the right form, but no signature makes it worth believing. */
public final class UntrustedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UntrustedException(String message) {
    super(message);
  }

  /** The message. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
