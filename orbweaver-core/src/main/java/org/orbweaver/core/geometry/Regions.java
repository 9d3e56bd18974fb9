package org.orbweaver.core.geometry;

import java.util.List;

/**
 * Areas of the Earth with names, such as countries: which one a place is in, and how far from a
 * border. Borders are straight between their corners on a map of equal degrees (plate carrée), as
 * in GeoJSON (RFC 7946, section 3.1.1), and may cross the antimeridian or go round a pole. Where
 * areas overlap, the first named has the place; a place on the border of two is in exactly one.
 *
 * <p>A place is inside an area where a ray from it eastward crosses its borders an odd number of
 * times. Layout: {@link BorderRows} hold the borders that each quarter degree of latitude crosses;
 * most places need none of them, since {@link RegionCells} knows the cells of a degree that no
 * border crosses. Immutable; any thread may ask.
 */
public final class Regions {
  /** Instead of an area: none. */
  public static final int NONE = -1;

  private final List<String> names;
  private final BorderRows borders;
  private final RegionCells cells;

  Regions(List<String> names, BorderRows borders) {
    this.names = List.copyOf(names);
    this.borders = borders;
    this.cells = new RegionCells(borders);
  }

  /** Number of areas. */
  public int size() {
    return names.size();
  }

  public String name(int region) {
    return names.get(region);
  }

  /** The index of a name, or {@link #NONE}. */
  public int indexOf(String name) {
    return names.indexOf(name);
  }

  /** The area that a place is in, or {@link #NONE}. Longitudes of any turn. */
  public int at(double latRad, double lonRad) {
    double lon = withinTurn(lonRad);
    int known = cells.region(latRad, lon);
    return known == RegionCells.MIXED ? borders.at(latRad, lon) : known;
  }

  /**
   * The area that a place is in, or else the one whose border is nearest, if it is within a
   * distance; that is meant for places off a coast, whose charted line is coarser than the real
   * one. Distances are good to some per cent up to 100 km, and not near the poles.
   */
  public int near(double latRad, double lonRad, double withinM) {
    int inside = at(latRad, lonRad);
    if (inside != NONE) {
      return inside;
    }
    double lon = withinTurn(lonRad);
    if (cells.isFarFromBorders(latRad, lon, withinM / Wgs84.SEMI_MAJOR_AXIS_M)) {
      return NONE;
    }
    var nearest = borders.nearest(latRad, lon, withinM);
    return nearest == null ? NONE : nearest.region();
  }

  /** How far the nearest border is, metres; infinity where none is within a distance. */
  public double borderM(double latRad, double lonRad, double withinM) {
    var nearest = borders.nearest(latRad, withinTurn(lonRad), withinM);
    return nearest == null ? Double.POSITIVE_INFINITY : nearest.distanceM();
  }

  /** From -pi up to, but not including, pi. */
  static double withinTurn(double lonRad) {
    if (lonRad >= -Math.PI && lonRad < Math.PI) {
      return lonRad;
    }
    double turned = lonRad - 2 * Math.PI * Math.floor((lonRad + Math.PI) / (2 * Math.PI));
    return turned >= Math.PI ? -Math.PI : turned;
  }
}
