package org.orbweaver.core.policy;

import java.util.List;

/**
 * The legal text of an area: a GeoJSON MultiPolygon (RFC 7946, section 3.1.7). Its borders belong
 * to it, those of its holes too. As the standard asks, what crosses the antimeridian is cut there
 * (section 3.1.9), and what holds a pole reaches 90 degrees; a ring may also run on beyond 180
 * degrees, which means the same.
 *
 * @param polygons at least one
 */
public record AreaShape(List<Polygon> polygons) {
  /**
   * A ring and what is cut out of it.
   *
   * @param outer its border
   * @param holes what is cut out
   */
  public record Polygon(AreaRing outer, List<AreaRing> holes) {
    public Polygon {
      holes = List.copyOf(holes);
    }

    /** For a point of the map, in {@link Nanodegrees}; another turn is another point. */
    boolean contains(long lat, long lon) {
      int side = outer.side(lat, lon);
      if (side <= 0) {
        return side == 0;
      }
      for (AreaRing hole : holes) {
        if (hole.side(lat, lon) > 0) {
          return false;
        }
      }
      return true;
    }

    /** For a place, in {@link Nanodegrees}, of any turn. */
    boolean isAt(long latNd, long lonNd) {
      // The same place may lie on the map up to three times: 180 degrees west is 180 east.
      for (long turned = Nanodegrees.withinTurn(lonNd) - Nanodegrees.TURN;
          turned <= outer.eastNd();
          turned += Nanodegrees.TURN) {
        if (contains(latNd, turned)) {
          return true;
        }
      }
      return false;
    }
  }

  public AreaShape {
    polygons = List.copyOf(polygons);
    if (polygons.isEmpty()) {
      throw new IllegalArgumentException("an area has at least one polygon");
    }
  }

  /** A single polygon without holes. */
  public static AreaShape of(AreaRing ring) {
    return new AreaShape(List.of(new Polygon(ring, List.of())));
  }

  /** Whether a place is in the area or on its border; latitude and longitude in radians. */
  public boolean contains(double latRad, double lonRad) {
    return containsNd(Nanodegrees.ofRad(latRad), Nanodegrees.ofRad(lonRad));
  }

  /** Whether a place is in the area or on its border, exactly; in {@link Nanodegrees}. */
  public boolean containsNd(long latNd, long lonNd) {
    for (Polygon polygon : polygons) {
      if (polygon.isAt(latNd, lonNd)) {
        return true;
      }
    }
    return false;
  }

  /** What it covers of a sphere with the mean radius of the Earth, whole square metres. */
  public long areaM2() {
    double sum = 0;
    for (Polygon polygon : polygons) {
      sum += RingArea.squareMetres(polygon.outer());
      for (AreaRing hole : polygon.holes()) {
        sum -= RingArea.squareMetres(hole);
      }
    }
    return Math.round(sum);
  }

  /**
   * The GeoJSON geometry as one text, without spaces: keys in alphabetical order, degrees as plain
   * decimals without zeros at their end. Hashes are of this text.
   */
  public String canonicalText() {
    StringBuilder text = new StringBuilder("{\"coordinates\":[");
    for (int p = 0; p < polygons.size(); p++) {
      text.append(p == 0 ? "[" : ",[");
      append(text, polygons.get(p).outer());
      for (AreaRing hole : polygons.get(p).holes()) {
        text.append(',');
        append(text, hole);
      }
      text.append(']');
    }
    return text.append("],\"type\":\"MultiPolygon\"}").toString();
  }

  private static void append(StringBuilder text, AreaRing ring) {
    text.append('[');
    for (int i = 0; i <= ring.size(); i++) {
      int corner = i == ring.size() ? 0 : i;
      text.append(i == 0 ? "[" : ",[");
      Nanodegrees.append(text, ring.lonNd(corner));
      text.append(',');
      Nanodegrees.append(text, ring.latNd(corner));
      text.append(']');
    }
    text.append(']');
  }
}
