package org.orbweaver.app.site;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Format;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.radio.RainLoss;
import org.orbweaver.core.traffic.RateQuantiles;
import org.orbweaver.format.problem.Words;

/** What people read on a terminal, in at most {@value #WIDTH} columns. */
public final class SiteReport {
  private static final int WIDTH = 100;
  private static final int LABEL_WIDTH = 14;
  private static final int MOST_SHARES = 3;
  private static final int MOST_LETTERS = 20;

  private static final Sheet OVERVIEW =
      new Sheet(
          "overview",
          Column.text("site", ""),
          Column.text("now", ""),
          Column.number("service", ""),
          Column.number("worst gap", ""),
          Column.number("rtt p50", ""),
          Column.number("p95", ""),
          Column.number("down", ""),
          Column.text("gateway", ""),
          Column.text("pop", ""));

  private SiteReport() {}

  /** One site in full, several as a table with a line each. */
  public static void write(PrintWriter out, List<SiteSummary> sites, boolean colour) {
    if (sites.size() == 1) {
      full(out, sites.getFirst());
      return;
    }
    try (RowWriter rows = RowWriter.of(Format.TABLE, out, OVERVIEW, colour)) {
      for (SiteSummary s : sites) {
        Outage worst = s.worst();
        rows.text(cut(s.label()))
            .text(s.now().isServed() ? "served" : "unserved")
            .text(Phrases.plain(Phrases.percent(s.availabilityPercent())))
            .text(Phrases.plain(worst == null ? Phrases.NONE : Phrases.length(worst.seconds())))
            .text(Phrases.plain(Phrases.ms(s.rttMs().median())))
            .text(Phrases.plain(Phrases.ms(s.rttMs().p95())))
            .text(Phrases.plain(Phrases.mbps(s.downMbps().median())))
            .text(s.gateways().isEmpty() ? null : cut(s.gateways().getFirst().name()))
            .text(s.pops().isEmpty() ? null : cut(s.pops().getFirst().name()))
            .endRow();
      }
    }
  }

  private static void full(PrintWriter out, SiteSummary s) {
    line(out, "site", s.label());
    line(out, "place", Phrases.place(s.point()));
    line(
        out,
        "planned",
        Phrases.moment(s.startNs())
            + " to "
            + Phrases.moment(s.endNs())
            + " UTC, "
            + s.day().size()
            + " slots");
    out.println();
    line(out, "now", now(s.now()));
    if (s.now().isServed()) {
      SiteNow now = s.now();
      line(
          out,
          "  satellite",
          now.satellite()
              + ", elevation "
              + Phrases.degrees(now.elevationRad())
              + ", azimuth "
              + Phrases.degrees(now.azimuthRad()));
      line(
          out,
          "  way",
          now.gateway() + " to " + now.pop() + ", " + Words.count(now.islHops(), "laser link"));
      line(out, "  round trip", Phrases.ms(now.rttMs()));
      line(
          out,
          "  rates",
          Phrases.mbps(now.downMbps()) + " down, " + Phrases.mbps(now.upMbps()) + " up");
      if (now.rain() != null && now.rain() != RainLoss.NONE) {
        line(
            out,
            "  rain",
            Phrases.number(now.rain().mmPerH(), 1, "mm/h")
                + ", which takes "
                + Phrases.number(now.rain().db(false), 1, "dB"));
      }
    }
    line(
        out,
        "  in view",
        Words.count(s.now().inView(), "satellite") + ", " + s.now().admitted() + " may serve");
    out.println();
    line(out, "availability", Phrases.percent(s.availabilityPercent()));
    line(out, "outages", outages(s));
    line(
        out,
        "round trip",
        Double.isNaN(s.rttMs().min())
            ? Phrases.NONE
            : "min "
                + Phrases.ms(s.rttMs().min())
                + ", p50 "
                + Phrases.ms(s.rttMs().median())
                + ", p95 "
                + Phrases.ms(s.rttMs().p95())
                + ", max "
                + Phrases.ms(s.rttMs().max()));
    if (!Double.isNaN(s.roundTrip().p50Ms())) {
      line(
          out,
          "  in all",
          "p5 "
              + Phrases.ms(s.roundTrip().p05Ms())
              + ", p50 "
              + Phrases.ms(s.roundTrip().p50Ms())
              + ", p95 "
              + Phrases.ms(s.roundTrip().p95Ms()));
    }
    line(out, "down", rates(s.downMbps()));
    underLoad(out, s.expected(false));
    line(out, "up", rates(s.upMbps()));
    underLoad(out, s.expected(true));
    line(
        out,
        "in view",
        "min "
            + Math.round(s.inView().min())
            + ", median "
            + Math.round(s.inView().median())
            + ", max "
            + Math.round(s.inView().max()));
    line(out, "handovers", s.handovers() + ", " + Phrases.gatewayChanges(s.gatewayChanges()));
    line(out, "satellites", Phrases.shares(s.satellites(), MOST_SHARES));
    line(out, "gateways", Phrases.shares(s.gateways(), MOST_SHARES));
    line(out, "PoPs", Phrases.shares(s.pops(), MOST_SHARES));
    for (Advice advice : s.advice()) {
      out.println();
      line(out, "no service", advice.reason() + ", " + Phrases.percent(advice.percent()));
      line(out, "  why", advice.sentence());
      line(out, "  what helps", advice.remedy());
    }
  }

  private static String now(SiteNow now) {
    String by = now.verdict().isDecided() ? ", by " + Phrases.byWhom(now.verdict()) : "";
    return now.isServed()
        ? now.reason() == ReasonCode.SERVED ? "served" + by : "served: " + now.reason() + by
        : "unserved: " + now.reason() + (now.verdict().isServed() ? "" : by);
  }

  private static void underLoad(PrintWriter out, @Nullable RateQuantiles rates) {
    if (rates != null) {
      line(
          out,
          "  under load",
          "p20 "
              + Phrases.mbps(rates.p20Bps() / 1e6)
              + ", p50 "
              + Phrases.mbps(rates.p50Bps() / 1e6)
              + ", p80 "
              + Phrases.mbps(rates.p80Bps() / 1e6));
    }
  }

  private static String rates(Spread mbps) {
    return Double.isNaN(mbps.median())
        ? Phrases.NONE
        : "p50 " + Phrases.mbps(mbps.median()) + ", worst " + Phrases.mbps(mbps.min());
  }

  private static String outages(SiteSummary s) {
    Outage worst = s.worst();
    if (worst == null) {
      return "none";
    }
    return s.outages().size()
        + ", together "
        + Phrases.length(s.outageSeconds())
        + "; the longest "
        + (worst.isCut() ? "at least " : "")
        + Phrases.length(worst.seconds())
        + " from "
        + Phrases.moment(worst.startNs());
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= MOST_LETTERS
        ? name
        : name.substring(0, name.offsetByCodePoints(0, MOST_LETTERS - 1)) + "…";
  }

  /** A label and its text, which goes on below itself where it is long. */
  private static void line(PrintWriter out, String label, String text) {
    String indent = label + " ".repeat(Math.max(2, LABEL_WIDTH - label.length()));
    for (String part : wrap(text)) {
      out.println(Phrases.plain(indent + part));
      indent = " ".repeat(LABEL_WIDTH);
    }
  }

  private static List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH - LABEL_WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
