package org.orbweaver.core.geometry;

/**
 * Cells of about 250 km², the size of a beam's spot: bands of latitude 15.9 km high, each cut into
 * cells about as wide. Every place lies in exactly one cell, at the poles and the antimeridian too.
 */
public final class CellGrid {
  private static final int BANDS = 1_260;
  private static final double BAND_RAD = Math.PI / BANDS;

  private CellGrid() {}

  /** The number of the cell that holds a place; the same place always has the same number. */
  public static int cellOf(GeodeticPoint place) {
    int band =
        Math.clamp((int) Math.floor((place.latRad() + Math.PI / 2) / BAND_RAD), 0, BANDS - 1);
    double middleRad = (band + 0.5) * BAND_RAD - Math.PI / 2;
    int cells = Math.max(1, (int) Math.round(2 * BANDS * Math.cos(middleRad)));
    double turn = place.lonRad() / (2 * Math.PI);
    int column = Math.min(cells - 1, (int) Math.floor((turn - Math.floor(turn)) * cells));
    return band * 2 * BANDS + column;
  }
}
