package org.orbweaver.dataplane;

/** A request that cannot be answered as asked. The message is for the user. */
final class HttpProblem extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  HttpProblem(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
