package org.orbweaver.governance.signing;

/** What was read does not have the form that it must have; the message says where and how. */
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedException(String message) {
    super(message);
  }

  /** The message. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
