package org.orbweaver.app.top;

import java.io.PrintWriter;
import java.util.Locale;
import org.orbweaver.app.output.Facts;
import org.orbweaver.dataplane.packet.Punctuality;
import org.orbweaver.format.problem.Words;

/** How punctual packets have been, and whether what was measured through them can be trusted. */
public final class SelfCheck {
  static final String INVALID =
      "INVALID: the machine is too busy for what is measured through this network to be trusted";

  private static final double NS_PER_US = 1e3;

  private SelfCheck() {}

  static Punctuality of(Facts engine) {
    return new Punctuality(
        engine.whole("packets"),
        engine.whole("late_p50_ns"),
        engine.whole("late_p99_ns"),
        engine.whole("late_p999_ns"));
  }

  /** In words. */
  static String text(Punctuality p) {
    return String.format(
        Locale.ROOT,
        "%s handed over; late by %.0f µs (median), %.0f µs (p99), %.0f µs (p99.9)",
        Words.count(p.packets(), "packet"),
        p.p50Ns() / NS_PER_US,
        p.p99Ns() / NS_PER_US,
        p.p999Ns() / NS_PER_US);
  }

  /** Says so to a person; whether it can be trusted. */
  public static boolean told(PrintWriter err, Facts engine) {
    Punctuality p = of(engine);
    if (p.packets() > 0) {
      err.println(text(p));
    }
    if (!p.isValid()) {
      err.println(INVALID);
    }
    return p.isValid();
  }
}
