package org.orbweaver.governance.accounts;

/** What was asked cannot be; the message says why. Nothing has happened. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isInput;

  private RefusedException(String message, boolean isInput) {
    super(message);
    this.isInput = isInput;
  }

  /** A rule forbids it. */
  public RefusedException(String message) {
    this(message, false);
  }

  /** It is written wrong, or names what is not there. */
  public static RefusedException ofInput(String message) {
    return new RefusedException(message, true);
  }

  /** Whether it is written wrong or names what is not there, rather than forbidden. */
  public boolean isInput() {
    return isInput;
  }

  /** The message. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
