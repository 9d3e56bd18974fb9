package org.orbweaver.governance.json;

/** A text is not the JSON that it should be; the message says where. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JsonException(String message) {
    super(message);
  }

  /** The message. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
