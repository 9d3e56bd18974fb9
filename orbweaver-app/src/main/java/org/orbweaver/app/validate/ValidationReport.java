package org.orbweaver.app.validate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The findings as a page of Markdown. */
public final class ValidationReport {
  private static final String BEGIN =
      """
      # Validation

      <!-- Written by `orbweaver validate`; do not edit. -->

      What the model says beside what was measured, and what a trivial baseline scores on the same rows.
      A goal is met or not on these rows alone; where numbers were fitted on them, the score on rows never
      seen is worse: [delay.md](delay.md), [choice.md](choice.md), [load.md](load.md) and
      [capacity.md](capacity.md) say by how much. The page in the repository
      is of the operator's public residential metrics of 2025-10 (45 countries), traceroutes of the LENS testbed
      of 2024-10 (3 sites, CC BY-SA 4.0), SatInView's serving satellites of 2024-07-17, rates by hour and by rain of
      WetLinks of 2023 (CC BY-SA 4.0), gaps in a ping trace of LEONetEM of 2024-08-12, and paths that Hypatia (MIT)
      found.

      """;

  private static final int AT_LEAST = 5;
  private static final double ALIKE = 1e-3;

  private ValidationReport() {}

  /**
   * The page.
   *
   * @param plots folder of the plots, as the page names it
   */
  public static String page(List<Finding> findings, String plots) {
    StringBuilder out = new StringBuilder(BEGIN);
    out.append("| check | score | rows | model | baseline | goal | met |\n")
        .append("|---|---|---|---|---|---|---|\n");
    for (Finding f : findings) {
      f.scores().forEach(s -> score(out, f, s));
    }
    for (Finding f : findings) {
      section(out, f, plots);
    }
    return out.toString();
  }

  private static void score(StringBuilder out, Finding f, Finding.Score s) {
    Boolean met = s.met();
    out.append("| ")
        .append(
            String.join(
                " | ",
                f.name(),
                s.name(),
                Integer.toString(s.rows()),
                number(s.model(), s.unit()),
                number(s.baseline(), s.unit()),
                Double.isNaN(s.goal())
                    ? ""
                    : (s.atMost() ? "≤ " : "≥ ") + number(s.goal(), s.unit()),
                met == null ? "" : met ? "yes" : "**no**"))
        .append(" |\n");
  }

  private static void section(StringBuilder out, Finding f, String plots) {
    out.append("\n## ").append(f.title()).append("\n\n").append(f.about()).append("\n");
    if (!f.points().isEmpty()) {
      out.append("\n![").append(f.title()).append("](").append(plots).append('/').append(plot(f));
      out.append(")\n\n| | model, ")
          .append(f.unit())
          .append(" | measured | error | baseline |\n|---|---|---|---|---|\n");
      points(out, f);
    }
    f.remarks().forEach(remark -> out.append('\n').append(remark).append('\n'));
  }

  /** The worst first; of those that hardly differ only a few. */
  private static void points(StringBuilder out, Finding f) {
    List<Finding.Point> worstFirst =
        f.points().stream()
            .sorted(Comparator.comparingDouble((Finding.Point p) -> -Math.abs(p.error())))
            .toList();
    int rows = 0;
    for (Finding.Point p : worstFirst) {
      if (rows < AT_LEAST || Math.abs(p.error()) >= ALIKE * Math.abs(p.measured())) {
        point(out, p);
        rows++;
      }
    }
    if (rows < worstFirst.size()) {
      out.append("\nDifferences of less than a thousandth: ").append(worstFirst.size() - rows);
      out.append(" more.\n");
    }
  }

  private static void point(StringBuilder out, Finding.Point p) {
    out.append("| ")
        .append(
            String.join(
                " | ",
                p.name().replace("|", "\\|"),
                number(p.model(), ""),
                number(p.measured(), ""),
                String.format(
                    Locale.ROOT, Math.abs(p.error()) < 0.005 ? "%+.4f" : "%+.2f", p.error()),
                number(p.baseline(), "")))
        .append(" |\n");
  }

  /** Name of a finding's plot. */
  public static String plot(Finding f) {
    return "validation-" + f.name() + ".svg";
  }

  /** The plot itself. */
  public static String svg(Finding f) {
    return ScatterPlot.of(f);
  }

  private static String number(double value, String unit) {
    if (Double.isNaN(value)) {
      return "";
    }
    String text = String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.4f" : "%.2f", value);
    return unit.isEmpty() ? text : text + " " + unit;
  }
}
