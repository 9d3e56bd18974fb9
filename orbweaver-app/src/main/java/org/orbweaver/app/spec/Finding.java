package org.orbweaver.app.spec;

/**
 * One expectation and what became of it.
 *
 * @param about what is expected, as a key of the spec file or a rule of the radio section
 * @param met whether it holds
 * @param expected what the spec or the scenario says
 * @param found what the network and its plans are
 */
public record Finding(String about, boolean met, String expected, String found) {
  /** {@code about: expected this, found that}, always a single line. */
  @Override
  public String toString() {
    return about + ": expected " + expected + ", found " + found;
  }
}
