package org.orbweaver.app.site;

import java.util.List;
import org.orbweaver.app.output.Decimals;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.format.problem.Words;

/**
 * The sky as a disc: the zenith in the middle, the horizon at the rim, north up and east to the
 * right, as on a map.
 */
final class SkyPlot {
  private static final double SIZE = 460;
  private static final double MIDDLE = SIZE / 2;
  private static final double RADIUS = 200;
  private static final double DOT = 3;
  private static final double SERVING_DOT = 6;

  private final SkyView sky;
  private final String id;
  private final Markup svg;

  private SkyPlot(SkyView sky, String id, Markup svg) {
    this.sky = sky;
    this.id = id;
    this.svg = svg;
  }

  /** Draws into a page; {@code id} is unique on it. */
  static void draw(Markup page, SkyView sky, SiteSummary site, String id) {
    SkyPlot plot = new SkyPlot(sky, id, page);
    plot.begin(site);
    plot.below();
    plot.zone();
    plot.grid();
    plot.tracks();
    page.raw("</svg>\n");
  }

  private void begin(SiteSummary site) {
    long free = sky.tracks().stream().filter(SkyView.Track::admitted).count();
    svg.raw("<svg class=\"sky\" viewBox=\"0 0 460 460\" role=\"img\" aria-labelledby=\"")
        .raw(id + "-t " + id + "-d\">\n<title id=\"" + id + "-t\">")
        .text("The sky over " + site.label() + " at " + Phrases.moment(sky.timeNs()) + " UTC")
        .raw("</title>\n<desc id=\"" + id + "-d\">")
        .text(
            Words.count(sky.tracks().size(), "satellite")
                + " above the mask of "
                + Phrases.degrees(sky.maskRad())
                + (sky.gsoSeparationRad() > 0
                    ? ", "
                        + (sky.tracks().size() - free)
                        + " of them too near the geostationary arc."
                    : ".")
                + (site.now().isServed()
                    ? " "
                        + site.now().satellite()
                        + " serves, "
                        + Phrases.degrees(site.now().elevationRad())
                        + " high at azimuth "
                        + Phrases.degrees(site.now().azimuthRad())
                        + "."
                    : " None serves: " + site.now().reason() + "."))
        .raw("</desc>\n<defs><pattern id=\"" + id + "-h\" width=\"7\" height=\"7\" ")
        .raw("patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
        .raw("<path class=\"hatch\" d=\"M0 0V7\"/></pattern></defs>\n")
        .raw("<circle class=\"disc\" cx=\"230\" cy=\"230\" r=\"200\"/>\n");
  }

  private void below() {
    svg.raw("<path class=\"below\" fill-rule=\"evenodd\" d=\"");
    ring(0);
    ring(Math.toDegrees(sky.maskRad()));
    svg.raw("\"/>\n");
  }

  private void zone() {
    if (sky.zone().isEmpty()) {
      return;
    }
    svg.raw("<path class=\"zone\" fill=\"url(#" + id + "-h)\" d=\"");
    for (SkyView.ZoneCell cell : sky.zone()) {
      point("M", cell.fromAzimuth(), cell.low());
      point("L", cell.toAzimuth(), cell.low());
      point("L", cell.toAzimuth(), cell.high());
      point("L", cell.fromAzimuth(), cell.high());
      svg.raw("Z");
    }
    svg.raw("\"/>\n");
    svg.raw("<path class=\"arc\" d=\"");
    line(sky.arc());
    svg.raw("\"/>\n");
  }

  private void grid() {
    double maskDeg = Math.toDegrees(sky.maskRad());
    svg.raw("<path class=\"grid\" d=\"");
    ring(30);
    ring(60);
    svg.raw("M30 230H430M230 30V430\"/>\n<path class=\"mask\" d=\"");
    ring(maskDeg);
    svg.raw("\"/>\n<path class=\"rim\" d=\"");
    ring(0);
    svg.raw("\"/>\n<g class=\"compass\">");
    label(MIDDLE, 20, "middle", "N");
    label(438, MIDDLE + 4, "start", "E");
    label(MIDDLE, 450, "middle", "S");
    label(22, MIDDLE + 4, "end", "W");
    svg.raw("</g>\n<g class=\"degrees\">");
    label(MIDDLE + 3, y(0, 30) - 3, "start", "30°");
    label(MIDDLE + 3, y(0, 60) - 3, "start", "60°");
    if (maskDeg > 0) {
      double diagonal = 45;
      label(
          x(diagonal, maskDeg) + 4,
          y(diagonal, maskDeg) - 2,
          "start",
          "mask "
              + Decimals.format(maskDeg, Math.abs(maskDeg - Math.rint(maskDeg)) < 1e-6 ? 0 : 1)
              + "°");
    }
    svg.raw("</g>\n");
  }

  private void tracks() {
    svg.raw("<g>\n");
    for (SkyView.Track track : sky.tracks()) {
      if (!track.serving()) {
        track(track);
      }
    }
    for (SkyView.Track track : sky.tracks()) {
      if (track.serving()) {
        track(track);
        name(track);
      }
    }
    svg.raw("</g>\n");
  }

  private void track(SkyView.Track track) {
    if (track.looks().isEmpty()) {
      return;
    }
    String kind = track.serving() ? "serving" : track.admitted() ? "free" : "barred";
    LookAngle now = track.looks().getFirst();
    svg.raw("<g class=\"" + kind + "\"><title>")
        .text(
            track.name()
                + ", elevation "
                + Phrases.degrees(now.elevationRad())
                + ", azimuth "
                + Phrases.degrees(now.azimuthRad())
                + (track.admitted() ? "" : ", too near the geostationary arc"))
        .raw("</title><path d=\"");
    line(track.looks());
    svg.raw("\"/>");
    double x = x(now);
    double y = y(now);
    if (track.admitted()) {
      svg.raw("<circle cx=\"").at(x).raw("\" cy=\"").at(y).raw("\" r=\"");
      svg.at(track.serving() ? SERVING_DOT : DOT).raw("\"/>");
    } else {
      svg.raw("<path class=\"cross\" d=\"M")
          .at(x - DOT)
          .raw(" ")
          .at(y - DOT)
          .raw("l6 6m0-6l-6 6\"/>");
    }
    svg.raw("</g>\n");
  }

  private void name(SkyView.Track track) {
    LookAngle now = track.looks().getFirst();
    boolean left = x(now) > MIDDLE;
    svg.raw("<g class=\"name\">");
    label(x(now) + (left ? -11 : 11), y(now) + 4, left ? "end" : "start", track.name());
    svg.raw("</g>\n");
  }

  private void label(double x, double y, String anchor, String text) {
    svg.raw("<text x=\"").at(x).raw("\" y=\"").at(y).raw("\" text-anchor=\"" + anchor + "\">");
    svg.text(text).raw("</text>");
  }

  private void line(List<LookAngle> looks) {
    String command = "M";
    for (LookAngle look : looks) {
      point(command, Math.toDegrees(look.azimuthRad()), Math.toDegrees(look.elevationRad()));
      command = "L";
    }
  }

  private void point(String command, double azimuthDeg, double elevationDeg) {
    svg.raw(command).at(x(azimuthDeg, elevationDeg)).raw(" ").at(y(azimuthDeg, elevationDeg));
  }

  private void ring(double elevationDeg) {
    double r = RADIUS * (90 - elevationDeg) / 90;
    svg.raw("M").at(MIDDLE - r).raw(" 230a").at(r).raw(" ").at(r).raw(" 0 1 0 ").at(2 * r);
    svg.raw(" 0a").at(r).raw(" ").at(r).raw(" 0 1 0 ").at(-2 * r).raw(" 0Z");
  }

  private static double x(LookAngle look) {
    return x(Math.toDegrees(look.azimuthRad()), Math.toDegrees(look.elevationRad()));
  }

  private static double y(LookAngle look) {
    return y(Math.toDegrees(look.azimuthRad()), Math.toDegrees(look.elevationRad()));
  }

  private static double x(double azimuthDeg, double elevationDeg) {
    return MIDDLE + RADIUS * (90 - elevationDeg) / 90 * Math.sin(Math.toRadians(azimuthDeg));
  }

  private static double y(double azimuthDeg, double elevationDeg) {
    return MIDDLE - RADIUS * (90 - elevationDeg) / 90 * Math.cos(Math.toRadians(azimuthDeg));
  }
}
