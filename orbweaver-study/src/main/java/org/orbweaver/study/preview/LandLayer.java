package org.orbweaver.study.preview;

import org.orbweaver.format.geo.Countries;

/** Land and borders of countries beneath a map; corners less than a pixel apart are left out. */
final class LandLayer implements Countries.Outlines {
  private static final double LEAST_PX = 0.7;

  private final MapFrame frame;
  private final Svg svg;

  private LandLayer(MapFrame frame, Svg svg) {
    this.frame = frame;
    this.svg = svg;
  }

  static void draw(MapFrame frame, Svg svg) {
    svg.raw("<path class=\"land\" d=\"");
    Countries.outlines(new LandLayer(frame, svg));
    svg.raw("\"/>\n");
  }

  @Override
  public void country(String code) {
    // All land has one colour.
  }

  @Override
  public void ring(double[] latRad, double[] lonRad) {
    int n = latRad.length;
    double[] x = new double[n];
    double[] y = new double[n];
    double[] box = {1e9, -1e9, 1e9, -1e9};
    for (int i = 0; i < n; i++) {
      double lonDeg = Math.toDegrees(lonRad[i]);
      x[i] =
          i == 0
              ? frame.x(lonDeg)
              : frame.xAfter(x[i - 1], MapCells.withinTurn(lonDeg - Math.toDegrees(lonRad[i - 1])));
      y[i] = frame.y(Math.toDegrees(latRad[i]));
      box[0] = Math.min(box[0], x[i]);
      box[1] = Math.max(box[1], x[i]);
      box[2] = Math.min(box[2], y[i]);
      box[3] = Math.max(box[3], y[i]);
    }
    if (box[1] < 0 || box[0] > frame.width || box[3] < 0 || box[2] > frame.height) {
      return;
    }
    double lastX = 0;
    double lastY = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || Math.abs(x[i] - lastX) + Math.abs(y[i] - lastY) >= LEAST_PX) {
        svg.raw(i == 0 ? "M" : "L").at(bounded(x[i])).raw(" ").at(bounded(y[i]));
        lastX = x[i];
        lastY = y[i];
      }
    }
    svg.raw("Z");
  }

  /** Far outside of the frame it does not matter where, but a drawing's numbers should be small. */
  private static double bounded(double px) {
    return Math.clamp(px, -9999, 9999);
  }
}
