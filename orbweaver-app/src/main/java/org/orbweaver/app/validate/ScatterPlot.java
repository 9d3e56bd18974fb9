package org.orbweaver.app.validate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Model against measurement, one dot each, the worst ones named: an SVG that stands alone. */
final class ScatterPlot {
  private static final int SIZE = 520;
  private static final int MARGIN = 56;
  private static final int NAMED = 10;

  /** Less of the plot's width than this is not seen as an error. */
  private static final double UNSEEN = 0.01;

  private final StringBuilder svg = new StringBuilder();
  private final double top;

  private ScatterPlot(List<Finding.Point> points) {
    double most =
        points.stream().mapToDouble(p -> Math.max(p.model(), p.measured())).max().orElse(1);
    double step = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9))));
    top = step * Math.ceil(1.05 * most / step);
  }

  static String of(Finding finding) {
    return new ScatterPlot(finding.points()).draw(finding);
  }

  private String draw(Finding finding) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n<title>%s</title>%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
            SIZE,
            SIZE,
            escaped(finding.title())));
    line(0, 0, top, top, "#888", "6 4");
    for (int tick = 0; tick <= 4; tick++) {
      double at = top * tick / 4;
      line(at, 0, at, top, "#e4e4e4", "");
      line(0, at, top, at, "#e4e4e4", "");
      label(x(at), SIZE - MARGIN + 18, "middle", number(at));
      label(MARGIN - 6, y(at) + 4, "end", number(at));
    }
    label(SIZE / 2.0, SIZE - 12, "middle", "measured, " + finding.unit());
    label(MARGIN, MARGIN - 14, "start", "model, " + finding.unit());
    List<Finding.Point> worst =
        finding.points().stream()
            .filter(p -> Math.abs(p.error()) > UNSEEN * top)
            .sorted(Comparator.comparingDouble((Finding.Point p) -> -Math.abs(p.error())))
            .limit(NAMED)
            .toList();
    for (Finding.Point p : finding.points()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"#1f6fb2\" fill-opacity=\"0.75\">"
                  + "<title>%s: model %s, measured %s</title></circle>\n",
              x(p.measured()),
              y(p.model()),
              escaped(p.name()),
              number(p.model()),
              number(p.measured())));
      if (worst.contains(p)) {
        label(x(p.measured()) + 5, y(p.model()) - 4, "start", p.name());
      }
    }
    return svg.append("</svg>\n").toString().replace("\r", "");
  }

  private void line(double x1, double y1, double x2, double y2, String colour, String dashes) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>\n",
            x(x1),
            y(y1),
            x(x2),
            y(y2),
            colour,
            dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\""));
  }

  private void label(double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
            x,
            y,
            anchor,
            escaped(text)));
  }

  private double x(double value) {
    return MARGIN + (SIZE - 2.0 * MARGIN) * value / top;
  }

  private double y(double value) {
    return SIZE - MARGIN - (SIZE - 2.0 * MARGIN) * value / top;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
