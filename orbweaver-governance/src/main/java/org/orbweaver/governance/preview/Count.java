package org.orbweaver.governance.preview;

import org.orbweaver.governance.signing.MalformedException;

/**
 * A number of lines or people, fit to be public. Below the threshold only that it is below; above,
 * rounded down to a multiple of the threshold, so that no difference of two counts says more than
 * the counts themselves. Nobody is nobody.
 *
 * @param text {@code 0}, {@code <5} or a multiple of the threshold
 */
public record Count(String text) {
  public Count {
    if (!text.matches("0|<?[1-9][0-9]{0,17}")) {
      throw new MalformedException("not a count: '" + text + "'");
    }
  }

  /** Of an exact number. */
  public static Count of(long exact, int threshold) {
    if (exact < 0 || threshold < 1) {
      throw new IllegalArgumentException(exact + " at a threshold of " + threshold);
    }
    return new Count(
        exact == 0
            ? "0"
            : exact < threshold ? "<" + threshold : String.valueOf(exact / threshold * threshold));
  }

  /** Whether there is anybody. */
  public boolean isSome() {
    return !text.equals("0");
  }

  /** The fewest that it can stand for. */
  public long atLeast() {
    return text.startsWith("<") ? 1 : Long.parseLong(text);
  }

  /** Whether it says only that there are few. */
  public boolean isFew() {
    return text.startsWith("<");
  }

  @Override
  public String toString() {
    return text;
  }
}
