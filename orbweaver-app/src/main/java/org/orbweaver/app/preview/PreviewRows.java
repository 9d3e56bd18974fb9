package org.orbweaver.app.preview;

import java.util.List;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.preview.ImpactPreview.Impact;

/** A preview as rows. */
public enum PreviewRows {
  /** Lines and people by class. */
  CLASSES(
      new Sheet(
          "orbweaver.case.preview/1",
          Column.text("service_class", "whom the lines serve; all at the end"),
          Column.text("decided", "lines of which policy says something else with the decision"),
          Column.text("losing", "lines that lose service in some slot"),
          Column.text(
              "losing_all", "lines that have some service without the decision, none with it"),
          Column.text("gaining", "lines that have service in some slot only with it"),
          Column.text("people_losing", "people behind the losing lines"),
          Column.text("people_gaining", "people behind the gaining lines"),
          Column.text("hours_lost", "hours of service lost, all lines together"),
          Column.text("hours_gained", "hours of service gained"))),
  /** Where capacity shifts. */
  NEIGHBOURS(
      new Sheet(
          "orbweaver.case.preview.neighbours/1",
          Column.text("place", "an area, or how far from the nearest line that it is about"),
          Column.text("lines", "with service that the decision is not about"),
          Column.number("without_mbps", "mean rate toward a line without the decision"),
          Column.number("with_mbps", "mean rate toward a line with it"))),
  /** Milder measures. */
  ALTERNATIVES(
      new Sheet(
          "orbweaver.case.preview.alternatives/1",
          Column.text("measure", "what could be done instead"),
          Column.text("losing", "lines that would lose service then"),
          Column.text("essential_losing", "emergency, hospital and relief lines among them"),
          Column.text("people", "people behind them"))),
  /** Who pays. */
  PAYERS(
      new Sheet(
          "orbweaver.case.preview.payers/1",
          Column.text("payer", "who pays for lines that are affected"),
          Column.text("lines", "how many"),
          Column.text("essential", "emergency, hospital and relief lines among them"))),
  /** Who must be told. */
  NOTICES(
      new Sheet(
          "orbweaver.case.preview.notices/1",
          Column.text("role", "who must be told"),
          Column.text("who", "a class, a payer, or all"),
          Column.text("count", "how many"),
          Column.text("why", "in words"))),
  /** What gateways carry. */
  GATEWAYS(
      new Sheet(
          "orbweaver.case.preview.gateways/1",
          Column.text("gateway", "that carries something else with the decision"),
          Column.number("without_mbps", "mean rate toward terminals without the decision"),
          Column.number("with_mbps", "mean rate toward terminals with it")));

  private final Sheet sheet;

  PreviewRows(Sheet sheet) {
    this.sheet = sheet;
  }

  public Sheet sheet() {
    return sheet;
  }

  /** All shapes. */
  public static List<Sheet> sheets() {
    return java.util.Arrays.stream(values()).map(PreviewRows::sheet).toList();
  }

  /** Writes the rows. */
  public void write(RowWriter rows, ImpactPreview preview) {
    switch (this) {
      case CLASSES -> {
        preview.classes().forEach(each -> impact(rows, each.name(), each.impact()));
        impact(rows, "all", preview.total());
      }
      case NEIGHBOURS ->
          preview
              .neighbours()
              .forEach(each -> {
                rows.text(each.place()).text(each.lines().text());
                rate(rows, each.withoutKbps());
                rate(rows, each.withKbps());
                rows.endRow();
              });
      case ALTERNATIVES ->
          preview
              .alternatives()
              .forEach(each ->
                  rows.text(each.measure())
                      .text(each.losing().text())
                      .text(each.essentialLosing().text())
                      .text(each.people().text())
                      .endRow());
      case PAYERS ->
          preview
              .payers()
              .forEach(each ->
                  rows.text(each.payer())
                      .text(each.lines().text())
                      .text(each.essential().text())
                      .endRow());
      case NOTICES ->
          preview
              .notices()
              .forEach(each ->
                  rows.text(each.role())
                      .text(each.who())
                      .text(each.count().text())
                      .text(each.why())
                      .endRow());
      case GATEWAYS ->
          preview
              .gateways()
              .forEach(each -> {
                rows.text(each.gateway());
                rate(rows, each.withoutKbps());
                rate(rows, each.withKbps());
                rows.endRow();
              });
    }
  }

  private static void rate(RowWriter rows, @org.jspecify.annotations.Nullable Long kbps) {
    rows.number(kbps == null ? Double.NaN : kbps / 1000.0, 3);
  }

  private static void impact(RowWriter rows, String name, Impact impact) {
    rows.text(name)
        .text(impact.decided().text())
        .text(impact.losing().text())
        .text(impact.losingAll().text())
        .text(impact.gaining().text())
        .text(impact.peopleLosing().text())
        .text(impact.peopleGaining().text())
        .text(impact.hoursLost().text())
        .text(impact.hoursGained().text())
        .endRow();
  }
}
