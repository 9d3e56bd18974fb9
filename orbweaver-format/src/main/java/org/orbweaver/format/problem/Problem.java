package org.orbweaver.format.problem;

/**
 * One thing that is wrong with a file, said in one line.
 *
 * @param file the file's path as the user would write it
 * @param line number of the line, from 1
 * @param column number of the character in the line, from 1
 * @param key what it is about: a dotted path such as {@code terminals.sites[2].latDeg}, the name of
 *     a column, or a field of an element line
 * @param whatIsWrong the fact, such as {@code is 91}
 * @param whatWouldBeRight what to write instead, such as {@code -90 to 90}
 */
public record Problem(
    String file, int line, int column, String key, String whatIsWrong, String whatWouldBeRight) {
  /** {@code file:line:column key: what is wrong; what would be right}, always a single line. */
  @Override
  public String toString() {
    return Words.oneLine(
        file
            + ":"
            + line
            + ":"
            + column
            + " "
            + key
            + ": "
            + whatIsWrong
            + "; "
            + whatWouldBeRight);
  }
}
