package org.orbweaver.format.problem;

/** Where something stands in a file, and under which key. Parts as in {@link Problem}. */
public record Place(String file, int line, int column, String key) {
  /** A problem at this place. */
  public Problem problem(String whatIsWrong, String whatWouldBeRight) {
    return new Problem(file, line, column, key, whatIsWrong, whatWouldBeRight);
  }
}
