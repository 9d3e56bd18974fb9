package org.orbweaver.study.preview;

import java.util.Locale;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.preview.ImpactPreview;

/** The picture of a preview: a map, and beside it who is affected. */
final class PreviewSvg {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 812;
  private static final double MAP_X = 32;
  private static final double MAP_Y = 96;
  private static final double MAP_WIDTH = 806;
  private static final double MAP_HEIGHT = 620;

  private static final String STYLE =
      """
      <style>
      svg{font-family:ui-sans-serif,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
      .paper{fill:#fbfaf7}.sea{fill:#dfe9ee}.land{fill:#f6f3ec;stroke:#b9b4a7;stroke-width:.7;
      stroke-linejoin:round}.frame{fill:none;stroke:#8b97a1}.grid{stroke:#b7c6cf;stroke-width:.5;
      stroke-dasharray:2 4}
      .title{font-size:25px;font-weight:650;fill:#16212b}.sub{font-size:13.5px;fill:#51606c}
      .h{font-size:14px;font-weight:650;fill:#16212b}.b{font-size:13px;fill:#25323d}
      .s{font-size:11.5px;fill:#5d6b77}.n{font-size:13px;fill:#16212b;font-weight:600;
      text-anchor:end}.m{font-size:11.5px;fill:#5d6b77;text-anchor:middle}
      .lose{fill:#c2402a}.gain{fill:#17806a}.slower{fill:#d79a2b}.faster{fill:#3f7fb5}
      .same{fill:#8b97a1}.few{fill:url(#few)}.cell{stroke:#fff;stroke-width:.8}
      .area{fill:none;stroke:#16212b;stroke-width:2.2;stroke-linejoin:round}
      .near{fill:none;stroke:#51606c;stroke-width:1.1;stroke-dasharray:6 4}
      .halo{font-size:13px;font-weight:650;fill:#16212b;stroke:#fbfaf7;stroke-width:3.5;
      paint-order:stroke;stroke-linejoin:round;text-anchor:middle}
      .in{clip-rule:evenodd}.hole{fill:#000;fill-rule:evenodd}.gw{fill:#fff;stroke:#16212b;stroke-width:1.3}.track{fill:#e8e5de}.rule{stroke:#d8d4ca}
      </style>
      """;

  private final PreviewMap map;
  private final ImpactPreview preview;
  private final MapFrame frame;
  private final Svg svg = new Svg();

  private PreviewSvg(PreviewMap map, ImpactPreview preview) {
    this.map = map;
    this.preview = preview;
    this.frame = new MapFrame(map.outlines(), map.cells(), MAP_WIDTH, MAP_HEIGHT);
  }

  static String of(PreviewMap map, ImpactPreview preview) {
    PreviewSvg drawing = new PreviewSvg(map, preview);
    drawing.begin();
    drawing.map();
    drawing.legend();
    new PreviewPanel(preview, drawing.svg).draw(868, MAP_Y, WIDTH - 868 - 32);
    drawing.svg.raw("</svg>\n");
    return drawing.svg.toString();
  }

  private void begin() {
    String title =
        PreviewWords.effect(preview.subject().effect())
            + (preview.subject().area() == null ? "" : " in " + preview.subject().area());
    ImpactPreview.Basis basis = preview.basis();
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT)
        .raw("\" width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\" role=\"img\">\n<title>")
        .text(title)
        .raw("</title>\n<desc>")
        .text(PreviewWords.summary(preview))
        .raw("</desc>\n" + STYLE)
        .raw("<defs><pattern id=\"few\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"")
        .raw(" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#8b97a1\"")
        .raw(" fill-opacity=\".18\"/><rect width=\"2\" height=\"6\" fill=\"#8b97a1\"")
        .raw(" fill-opacity=\".55\"/></pattern><clipPath id=\"map\"><rect width=\"")
        .at(MAP_WIDTH)
        .raw("\" height=\"")
        .at(MAP_HEIGHT)
        .raw("\"/></clipPath><clipPath id=\"in\">");
    map.outlines().stream().filter(MapOutline::isDecided).forEach(o -> path("in", o));
    svg.raw("</clipPath><mask id=\"out\"><rect width=\"")
        .at(MAP_WIDTH)
        .raw("\" height=\"")
        .at(MAP_HEIGHT)
        .raw("\" fill=\"#fff\"/>");
    map.outlines().stream().filter(MapOutline::isDecided).forEach(o -> path("hole", o));
    svg.raw("</mask></defs>\n")
        .box("paper", 0, 0, WIDTH, HEIGHT)
        .label("title", MAP_X, 48, title)
        .label(
            "sub",
            MAP_X,
            72,
            (preview.subject().caseId() == null ? "Draft" : "Case " + preview.subject().caseId())
                + " on "
                + basis.network()
                + ": the plan with the decision beside the plan without it, "
                + Utc.format(basis.fromNs())
                + " to "
                + Utc.format(basis.untilNs()));
  }

  private void map() {
    svg.raw("<g transform=\"translate(")
        .at(MAP_X)
        .raw(" ")
        .at(MAP_Y)
        .raw(")\"><g clip-path=\"url(#map)\">\n")
        .box("sea", 0, 0, MAP_WIDTH, MAP_HEIGHT);
    LandLayer.draw(frame, svg);
    grid();
    boolean isAboutAreas = map.outlines().stream().anyMatch(MapOutline::isDecided);
    for (boolean decided : new boolean[] {false, true}) {
      svg.raw(
          !isAboutAreas
              ? "<g>"
              : decided ? "<g clip-path=\"url(#in)\">" : "<g mask=\"url(#out)\">");
      map.cells().stream().filter(cell -> cell.decided() == decided).forEach(this::cell);
      svg.raw("</g>\n");
    }
    map.outlines().stream().filter(o -> !o.isDecided()).forEach(this::outline);
    map.outlines().stream().filter(MapOutline::isDecided).forEach(this::outline);
    for (PreviewMap.MapGateway gateway : map.gateways()) {
      double x = frame.x(gateway.lonDeg());
      double y = frame.y(gateway.latDeg());
      if (frame.holds(x, y)) {
        svg.raw("<path class=\"gw\" d=\"M")
            .at(x)
            .raw(" ")
            .at(y - 6)
            .raw("l5.5 9.5h-11z\"><title>")
            .text("gateway " + gateway.name())
            .raw("</title></path>\n");
      }
    }
    map.outlines().forEach(this::name);
    scale();
    svg.raw("</g>").box("frame", 0, 0, MAP_WIDTH, MAP_HEIGHT).raw("</g>\n");
  }

  private void grid() {
    double span = frame.northDeg() - frame.southDeg();
    double step = span > 60 ? 20 : span > 25 ? 10 : span > 10 ? 5 : span > 4 ? 2 : 1;
    for (double lat = Math.ceil(frame.southDeg() / step) * step;
        lat <= frame.northDeg();
        lat += step) {
      svg.line("grid", 0, frame.y(lat), MAP_WIDTH, frame.y(lat))
          .label("s", 6, frame.y(lat) - 3, degrees(Math.abs(lat), lat < 0 ? "S" : "N"));
    }
    for (double lon = Math.ceil(frame.westDeg() / step) * step;
        lon <= frame.eastDeg();
        lon += step) {
      double turned = MapCells.withinTurn(lon);
      double x = frame.x(lon);
      svg.line("grid", x, 0, x, MAP_HEIGHT)
          .label("s", x + 3, MAP_HEIGHT - 6, degrees(Math.abs(turned), turned < 0 ? "W" : "E"));
    }
  }

  private static String degrees(double deg, String side) {
    return deg == 0 ? "0°" : String.format(Locale.ROOT, "%.0f° %s", deg, side);
  }

  private void cell(MapCell cell) {
    double x = frame.x(cell.westDeg());
    double y = frame.y(cell.northDeg());
    Outcome mostly = cell.mostly();
    long shown = Math.round(cell.share() * cell.lines());
    boolean few = cell.lines() < map.threshold() || (shown > 0 && shown < map.threshold());
    String style =
        few
            ? "few"
            : switch (mostly) {
              case LOSES_ALL, LOSES_SOME -> "lose";
              case GAINS -> "gain";
              case SLOWER -> "slower";
              case FASTER -> "faster";
              case SAME -> "same";
            };
    double strength =
        few ? 1 : mostly == Outcome.SAME ? 0.28 : 0.45 + 0.11 * Math.floor(4 * cell.share());
    svg.raw("<g fill-opacity=\"")
        .raw(String.format(Locale.ROOT, "%.2f", strength))
        .raw("\"><title>")
        .text(PreviewWords.cell(cell, map.threshold()))
        .raw("</title>")
        .box("cell " + style, x, y, frame.xAfter(0, cell.sizeDeg()), frame.y(cell.southDeg()) - y)
        .raw("</g>");
  }

  private void outline(MapOutline outline) {
    path(outline.isDecided() ? "area" : "near", outline);
  }

  private void path(String style, MapOutline outline) {
    svg.raw("<path class=\"" + style + "\" d=\"");
    for (double[][] ring : outline.rings()) {
      double x = 0;
      for (int i = 0; i < ring.length; i++) {
        x =
            i == 0
                ? frame.x(ring[0][0])
                : frame.xAfter(x, MapCells.withinTurn(ring[i][0] - ring[i - 1][0]));
        svg.raw(i == 0 ? "M" : "L").at(x).raw(" ").at(frame.y(ring[i][1]));
      }
      svg.raw("Z");
    }
    svg.raw("\"/>\n");
  }

  /** An area's name stands in the middle of what is seen of it. */
  private void name(MapOutline outline) {
    double west = Double.MAX_VALUE;
    double east = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (double[][] ring : outline.rings()) {
      for (double[] corner : ring) {
        west = Math.min(west, frame.x(corner[0]));
        east = Math.max(east, frame.x(corner[0]));
        top = Math.min(top, frame.y(corner[1]));
        bottom = Math.max(bottom, frame.y(corner[1]));
      }
    }
    double x = (Math.max(0, west) + Math.min(MAP_WIDTH, east)) / 2;
    double y = (Math.max(0, top) + Math.min(MAP_HEIGHT, bottom)) / 2;
    if (frame.holds(x, y)) {
      svg.label("halo", Math.clamp(x, 40, MAP_WIDTH - 40), Math.max(16, y), outline.id());
    }
  }

  private void scale() {
    double km = 5;
    double[] steps = {2, 2.5, 2};
    for (int i = 0; frame.pixels(km) < 70; i++) {
      km *= steps[i % 3];
    }
    double x = MAP_WIDTH - 24 - frame.pixels(km);
    double y = MAP_HEIGHT - 30;
    svg.box("paper", x - 8, y - 18, frame.pixels(km) + 16, 26)
        .box("same", x, y, frame.pixels(km), 3)
        .label("m", x + frame.pixels(km) / 2, y - 5, String.format(Locale.ROOT, "%.0f km", km));
  }

  private void legend() {
    String[] styles = {"lose", "gain", "slower", "faster", "same", "few"};
    String[] words = {
      "lose service", "gain service", "slower", "faster", "unchanged", "too few to say"
    };
    double x = MAP_X;
    double y = MAP_Y + MAP_HEIGHT + 22;
    for (int i = 0; i < styles.length; i++) {
      svg.raw("<g fill-opacity=\"" + (styles[i].equals("same") ? ".28" : ".85") + "\">")
          .box(styles[i], x, y - 11, 18, 13)
          .raw("</g>")
          .label("s", x + 24, y, words[i]);
      x += 42 + words[i].length() * 6.1;
    }
    svg.raw("<path class=\"gw\" d=\"M")
        .at(x + 8)
        .raw(" ")
        .at(y - 11)
        .raw("l6 10.5h-12z\"/>\n")
        .label("s", x + 22, y, "gateway")
        .line("area", x + 82, y - 4, x + 106, y - 4)
        .label("s", x + 112, y, "decided about")
        .label(
            "s",
            MAP_X,
            y + 24,
            "Each rectangle holds at least "
                + map.threshold()
                + " lines or is hatched. Counts below "
                + map.threshold()
                + " show as <"
                + map.threshold()
                + ", larger ones are rounded down to a multiple of it.")
        .label("s", MAP_X, y + 41, "Borders: Natural Earth. Hash " + preview.hash().hex());
  }
}
