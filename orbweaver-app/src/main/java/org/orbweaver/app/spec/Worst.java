package org.orbweaver.app.spec;

import java.util.Locale;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.time.Utc;

/** The value nearest to, or farthest beyond, a limit over all plans seen, and where it occurred. */
final class Worst {
  /** Rounding between two ways of computing one angle or length; far below any unit shown. */
  private static final double ROUNDING = 1e-6;

  private final String about;
  private final double limit;
  private final boolean atLeast;
  private final String unit;
  private double worst = Double.NaN;
  private String where = "";

  private Worst(String about, double limit, boolean atLeast, String unit) {
    this.about = about;
    this.limit = limit;
    this.atLeast = atLeast;
    this.unit = unit;
  }

  static Worst atLeast(String about, double limit, String unit) {
    return new Worst(about, limit, true, unit);
  }

  static Worst atMost(String about, double limit, String unit) {
    return new Worst(about, limit, false, unit);
  }

  /** False where the scenario sets no such limit. */
  boolean isLimited() {
    return Double.isFinite(limit);
  }

  void see(double value, String who, SlotPlan plan) {
    if (Double.isNaN(worst) || (atLeast ? value < worst : value > worst)) {
      worst = value;
      where = who + " at " + Utc.format(plan.slot().startNs());
    }
  }

  /** Met where nothing was seen: a limit of links does not ask for links. */
  Finding finding() {
    String expected = "at " + (atLeast ? "least " : "most ") + shown(limit);
    return Double.isNaN(worst)
        ? new Finding(about, true, expected, "none")
        : new Finding(
            about,
            atLeast ? worst >= limit - ROUNDING : worst <= limit + ROUNDING,
            expected,
            shown(worst) + " (" + where + ")");
  }

  private String shown(double value) {
    String number =
        value == Math.rint(value) && Math.abs(value) < 1e9
            ? Long.toString((long) value)
            : String.format(Locale.ROOT, "%.3f", value);
    return unit.isEmpty() ? number : number + " " + unit;
  }
}
