package org.orbweaver.app.live;

import org.orbweaver.app.Failure;
import org.orbweaver.format.problem.Words;

/** How fast network time may run. */
public final class Speeds {
  private static final double LEAST = 0.01;
  private static final double MOST = 10_000;

  private Speeds() {}

  /**
   * Seconds of network time in one of the machine's.
   *
   * @throws Failure wrong use, where the text is no such number
   */
  public static double parse(String written) {
    if (written.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
      double speed = Double.parseDouble(written);
      if (speed >= LEAST && speed <= MOST) {
        return speed;
      }
    }
    throw Failure.usage(
        Words.quote(written) + " is no speed",
        "Give " + Words.number(LEAST) + " to " + Words.number(MOST) + ", such as 10 or 0.5.");
  }
}
