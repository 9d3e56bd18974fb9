package org.orbweaver.app.site;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.orbweaver.app.output.Decimals;
import org.orbweaver.core.scenario.Network;

/**
 * A day from left to right: service, round trip, gateways, satellites in view, rate. Slots are
 * gathered in columns; none of what a column holds is lost, since it shows the least and greatest.
 */
final class DayChart {
  private static final double LEFT = 168;
  private static final double WIDTH = 960;
  private static final double RIGHT = 952;
  private static final int MOST_COLUMNS = 400;
  private static final int MOST_LANES = 7;
  private static final double LANE = 17;
  private static final double LEAST_MARK = 2;

  private final Network network;
  private final SiteSummary site;
  private final SiteDay day;
  private final String id;
  private final Markup svg;
  private final int columns;

  private DayChart(Network network, SiteSummary site, String id, Markup svg) {
    this.network = network;
    this.site = site;
    this.day = site.day();
    this.id = id;
    this.svg = svg;
    this.columns = Math.min(MOST_COLUMNS, day.size());
  }

  /** Draws into a page; {@code id} is unique on it. */
  static void draw(Markup page, Network network, SiteSummary site, String id) {
    new DayChart(network, site, id, page).draw();
  }

  /** Only the strip of service, small enough for a cell of a table. */
  static void strip(Markup page, Network network, SiteSummary site) {
    DayChart chart = new DayChart(network, site, "", page);
    page.raw("<svg class=\"strip\" viewBox=\"0 0 120 12\" role=\"img\" aria-label=\"")
        .text("Service over the time planned: " + Phrases.percent(site.availabilityPercent()))
        .raw("\"><rect class=\"ok\" width=\"120\" height=\"12\"/><path class=\"out\" d=\"");
    chart.bars(0, 120, 0, 12, -1, k -> !site.day().isServed(k));
    page.raw("\"/></svg>");
  }

  private void draw() {
    List<Share> gateways = site.gateways().stream().limit(MOST_LANES).toList();
    boolean others = site.gateways().size() > MOST_LANES;
    double reasonsTop = 54;
    double rttTop = reasonsTop + site.reasons().size() * LANE + 16;
    double lanesTop = rttTop + 154;
    double viewTop = lanesTop + Math.max(1, gateways.size() + (others ? 1 : 0)) * LANE + 20;
    double rateTop = viewTop + 80;
    double bottom = rateTop + 58;
    begin(bottom + 34);
    times(18, bottom);
    service(24);
    for (int i = 0; i < site.reasons().size(); i++) {
      String reason = site.reasons().get(i).name();
      lane(reasonsTop + i * LANE, reason, "lane out", k -> unserved(k, reason));
    }
    band(rttTop, 110, "Round trip", "ms", day::rttMs, "rtt");
    heading(lanesTop - 20, "Gateways");
    for (int i = 0; i < gateways.size(); i++) {
      int gateway = network.gateways().indexOf(gateways.get(i).name());
      lane(lanesTop + i * LANE, gateways.get(i).name(), "lane ok", k -> day.gateway(k) == gateway);
    }
    if (others) {
      others(lanesTop + gateways.size() * LANE, gateways);
    }
    band(viewTop, 58, "In view", "", day::inView, "view");
    band(rateTop, 58, "Down", "Mbit/s", day::downMbps, "rate");
    svg.raw("</svg>\n");
  }

  private boolean unserved(int slot, String reason) {
    return !day.isServed(slot) && day.reason(slot).name().equals(reason);
  }

  private void begin(double height) {
    svg.raw("<svg class=\"day\" viewBox=\"0 0 960 ").at(height);
    svg.raw("\" role=\"img\" aria-labelledby=\"" + id + "-t " + id + "-d\">\n<title id=\"");
    svg.raw(id + "-t\">").text("Service at " + site.label() + " slot by slot, UTC");
    svg.raw("</title>\n<desc id=\"" + id + "-d\">")
        .text(
            "Served in "
                + Phrases.percent(site.availabilityPercent())
                + " of "
                + day.size()
                + " slots, "
                + site.outages().size()
                + " outages. Round trip "
                + Phrases.ms(site.rttMs().min())
                + " to "
                + Phrases.ms(site.rttMs().max())
                + ", median "
                + Phrases.ms(site.rttMs().median())
                + ". Gateways: "
                + Phrases.shares(site.gateways(), 5)
                + ". The tables below give the same in numbers.")
        .raw("</desc>\n<defs><pattern id=\"" + id + "-h\" width=\"5\" height=\"5\" ")
        .raw("patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
        .raw("<path class=\"stripe\" d=\"M0 0V5\"/></pattern></defs>\n");
  }

  private void times(double top, double bottom) {
    TimeTicks ticks = TimeTicks.of(day.startNs(0), day.startNs(day.size()));
    svg.raw("<path class=\"grid\" d=\"");
    for (long t : ticks.momentsNs()) {
      svg.raw("M").at(x(t)).raw(" ").at(top).raw("V").at(bottom);
    }
    svg.raw("\"/>\n<g class=\"ticks\">");
    for (long t : ticks.momentsNs()) {
      text(x(t), bottom + 16, x(t) > RIGHT - 20 ? "end" : "middle", ticks.label(t));
    }
    text(LEFT - 8, bottom + 16, "end", "UTC");
    svg.raw("</g>\n");
  }

  private void service(double top) {
    heading(top, "Service");
    svg.raw("<rect class=\"ok\" x=\"").at(LEFT).raw("\" y=\"").at(top);
    svg.raw("\" width=\"").at(RIGHT - LEFT).raw("\" height=\"24\"/>");
    for (String fill : List.of("class=\"out\"", "fill=\"url(#" + id + "-h)\"")) {
      svg.raw("<path " + fill + " d=\"");
      bars(LEFT, RIGHT, top, top + 24, -1, k -> !day.isServed(k));
      svg.raw("\"/>\n");
    }
  }

  private void others(double top, List<Share> named) {
    List<Integer> known = named.stream().map(s -> network.gateways().indexOf(s.name())).toList();
    lane(
        top,
        site.gateways().size() - named.size() + " others",
        "lane ok",
        k -> day.gateway(k) >= 0 && !known.contains(day.gateway(k)));
  }

  private void lane(double top, String name, String kind, IntPredicate holds) {
    label(top + 11, name);
    svg.raw("<path class=\"" + kind + "\" d=\"");
    bars(LEFT, RIGHT, top + LANE - 3, top + 2, 1, holds);
    svg.raw("\"/>\n");
  }

  /**
   * In each column a bar as long as the share of its slots that hold, a little longer where that
   * could not be seen. Columns of one share join.
   *
   * @param base where bars begin
   * @param end where a bar for all slots ends
   * @param up 1 where bars grow upward, -1 downward
   */
  private void bars(
      double left, double right, double base, double end, int up, IntPredicate holds) {
    double wide = (right - left) / columns;
    double full = Math.abs(end - base);
    int first = 0;
    double share = shareOf(0, holds);
    for (int c = 1; c <= columns; c++) {
      double next = c < columns ? shareOf(c, holds) : -1;
      if (next != share) {
        if (share > 0) {
          double high = Math.max(LEAST_MARK, share * full);
          svg.raw("M").at(left + first * wide).raw(" ").at(base).raw("v").at(-up * high);
          svg.raw("h").at((c - first) * wide).raw("v").at(up * high).raw("z");
        }
        first = c;
        share = next;
      }
    }
  }

  private double shareOf(int column, IntPredicate holds) {
    int from = firstOf(column);
    int to = firstOf(column + 1);
    return (double) IntStream.range(from, to).filter(holds).count() / (to - from);
  }

  private int firstOf(int column) {
    return (int) ((long) column * day.size() / columns);
  }

  /** Least to greatest of each column as a band, their medians as a line. */
  private void band(
      double top, double height, String name, String unit, IntToDoubleFunction value, String kind) {
    heading(top, name);
    double greatest =
        IntStream.range(0, day.size()).mapToDouble(value).filter(v -> v > 0).max().orElse(0);
    if (greatest == 0) {
      svg.raw("<g class=\"ticks\">");
      text(LEFT, top + 12, "start", "none");
      svg.raw("</g>\n");
      return;
    }
    double step = TimeTicks.step(greatest, 3);
    double most = Math.ceil(greatest / step) * step;
    svg.raw("<g class=\"ticks\">");
    for (double v = 0; v <= most + step / 2; v += step) {
      double y = top + height * (1 - v / most);
      svg.raw("<path class=\"grid\" d=\"M").at(LEFT).raw(" ").at(y).raw("H").at(RIGHT).raw("\"/>");
      String unitHere = v + step > most + step / 2 && !unit.isEmpty() ? " " + unit : "";
      text(LEFT - 8, y + 4, "end", Decimals.format(v, step < 1 ? 1 : 0) + unitHere);
    }
    svg.raw("</g>\n");
    double[][] columnsOf = columns(value);
    svg.raw("<path class=\"band " + kind + "\" d=\"");
    double wide = (RIGHT - LEFT) / columns;
    for (int c = 0; c < columns; c++) {
      if (!Double.isNaN(columnsOf[0][c])) {
        double high = top + height * (1 - columnsOf[2][c] / most);
        double low = top + height * (1 - columnsOf[0][c] / most);
        svg.raw("M").at(LEFT + c * wide).raw(" ").at(high).raw("h").at(wide);
        svg.raw("V").at(Math.max(low, high + 0.5)).raw("h").at(-wide).raw("z");
      }
    }
    svg.raw("\"/>\n<path class=\"line " + kind + "\" d=\"");
    boolean pen = false;
    for (int c = 0; c < columns; c++) {
      if (Double.isNaN(columnsOf[1][c])) {
        pen = false;
        continue;
      }
      double y = top + height * (1 - columnsOf[1][c] / most);
      svg.raw(pen ? "L" : "M").at(LEFT + (c + 0.5) * wide).raw(" ").at(y);
      pen = true;
    }
    svg.raw("\"/>\n");
  }

  /** Least, median and greatest of each column; {@code NaN} where it has no value. */
  private double[][] columns(IntToDoubleFunction value) {
    double[][] of = new double[3][columns];
    for (int c = 0; c < columns; c++) {
      double[] values =
          IntStream.range(firstOf(c), firstOf(c + 1))
              .mapToDouble(value)
              .filter(v -> !Double.isNaN(v))
              .toArray();
      Arrays.sort(values);
      int n = values.length;
      of[0][c] = n == 0 ? Double.NaN : values[0];
      of[1][c] = n == 0 ? Double.NaN : values[n / 2];
      of[2][c] = n == 0 ? Double.NaN : values[n - 1];
    }
    return of;
  }

  private double x(long unixNs) {
    long from = day.startNs(0);
    return LEFT + (RIGHT - LEFT) * (unixNs - from) / (day.startNs(day.size()) - from);
  }

  private void heading(double top, String name) {
    svg.raw("<g class=\"heading\">");
    text(0, top + 12, "start", name);
    svg.raw("</g>\n");
  }

  private void label(double y, String name) {
    String shown = name.length() > 21 ? name.substring(0, 20) + "…" : name;
    svg.raw("<g class=\"ticks\"><title>").text(name).raw("</title>");
    text(LEFT - 8, y, "end", shown);
    svg.raw("</g>\n");
  }

  private void text(double x, double y, String anchor, String text) {
    svg.raw("<text x=\"").at(Math.min(x, WIDTH)).raw("\" y=\"").at(y);
    svg.raw("\" text-anchor=\"" + anchor + "\">").text(text).raw("</text>");
  }
}
