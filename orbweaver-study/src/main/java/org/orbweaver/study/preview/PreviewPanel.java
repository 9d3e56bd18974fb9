package org.orbweaver.study.preview;

import java.util.List;
import org.orbweaver.governance.preview.Count;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.preview.ImpactPreview.Impact;

/** Beside the map: lines by class, what shifts, what would be milder, who pays, who is told. */
final class PreviewPanel {
  private final ImpactPreview preview;
  private final Svg svg;
  private double y;

  PreviewPanel(ImpactPreview preview, Svg svg) {
    this.preview = preview;
    this.svg = svg;
  }

  void draw(double x, double top, double width) {
    y = top + 12;
    boolean gains = preview.total().gaining().atLeast() > preview.total().losing().atLeast();
    classes(x, width, gains);
    neighbours(x, width);
    alternatives(x, width);
    others(x, width);
  }

  private void heading(String words, double x, double width) {
    svg.label("h", x, y, words).line("rule", x, y + 7, x + width, y + 7);
    y += 27;
  }

  private void classes(double x, double width, boolean gains) {
    heading(gains ? "Lines that gain service" : "Lines that lose service", x, width);
    long most = 1;
    for (ImpactPreview.ClassImpact row : preview.classes()) {
      most = Math.max(most, lines(row.impact(), gains).atLeast());
    }
    double bar = width - 252;
    for (ImpactPreview.ClassImpact row : preview.classes()) {
      Count lines = lines(row.impact(), gains);
      svg.label("b", x, y, row.name()).box("track", x + 92, y - 10, bar, 11);
      if (lines.isSome()) {
        svg.box(
            gains ? "gain" : "lose", x + 92, y - 10, Math.max(3, bar * lines.atLeast() / most), 11);
      }
      svg.label("n", x + 92 + bar + 46, y, lines.text())
          .label("n", x + width, y, people(row.impact(), gains) + " people");
      y += 21;
    }
    svg.label("b", x, y, "all")
        .label("n", x + 92 + bar + 46, y, lines(preview.total(), gains).text())
        .label("n", x + width, y, people(preview.total(), gains) + " people");
    y += 21;
    svg.label(
        "s",
        x,
        y,
        preview.moving().decided().isSome()
            ? preview.moving().decided() + " terminals on the move are expected in these hours"
            : "No terminal on the move is expected in these hours");
    y += 32;
  }

  private static Count lines(Impact impact, boolean gains) {
    return gains ? impact.gaining() : impact.losing();
  }

  private static Count people(Impact impact, boolean gains) {
    return gains ? impact.peopleGaining() : impact.peopleLosing();
  }

  private void neighbours(double x, double width) {
    heading("Capacity near by, mean rate toward a line", x, width);
    for (ImpactPreview.Shift row : head(preview.neighbours())) {
      svg.label("b", x, y, row.place() + ", " + row.lines() + " lines")
          .label(
              "n",
              x + width,
              y,
              row.withoutKbps() == null
                  ? "too few to say"
                  : PreviewWords.rate(row.withoutKbps())
                      + " → "
                      + PreviewWords.rate(row.withKbps()));
      y += 20;
    }
    if (preview.neighbours().isEmpty()) {
      svg.label("s", x, y, "No other line is near.");
      y += 20;
    }
    y += 12;
  }

  private void alternatives(double x, double width) {
    heading("Milder measures", x, width);
    for (ImpactPreview.Alternative row : head(preview.alternatives())) {
      svg.label("b", x, y, row.measure()).label("n", x + width, y, row.losing() + " lines");
      y += 20;
    }
    if (preview.alternatives().isEmpty()) {
      svg.label("s", x, y, "None to offer: nobody loses service.");
      y += 20;
    }
    y += 12;
  }

  private void others(double x, double width) {
    heading("Who pays, who must be told", x, width);
    for (ImpactPreview.Payer row : head(preview.payers())) {
      svg.label("b", x, y, "payer " + row.payer()).label("n", x + width, y, row.lines() + " lines");
      y += 20;
    }
    for (ImpactPreview.Notice row : head(preview.notices())) {
      svg.label("b", x, y, row.role() + ": " + row.who())
          .label("n", x + width, y, row.count().text());
      y += 20;
    }
  }

  /** What there is room for; the table has all. */
  private static <T> List<T> head(List<T> rows) {
    return rows.subList(0, Math.min(5, rows.size()));
  }
}
