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
    int cells = columns(band);
    double turn = place.lonRad() / (2 * Math.PI);
    int column = Math.min(cells - 1, (int) Math.floor((turn - Math.floor(turn)) * cells));
    return band * 2 * BANDS + column;
  }

  /**
   * The block of cells, about as many on either side, that holds a cell's middle; every cell lies
   * in exactly one.
   */
  public static int block(int cell, int side) {
    int band = cell / (2 * BANDS);
    double turn = (cell % (2 * BANDS) + 0.5) / columns(band);
    int blocks = blocks(band / side, side);
    return band / side * Math.ceilDiv(2 * BANDS, side)
        + Math.min(blocks - 1, (int) (turn * blocks));
  }

  /** Tells the cells of a block of at most four on a side apart; below 32. */
  public static int place(int cell, int side) {
    return cell / (2 * BANDS) % side * 8 + cell % (2 * BANDS) % 8;
  }

  /**
   * The region, one of some thousands, that holds a block's middle.
   *
   * @param bands of regions from pole to pole
   */
  public static int region(int block, int side, int bands) {
    int blockBand = block / Math.ceilDiv(2 * BANDS, side);
    double latRad = (blockBand + 0.5) * side * BAND_RAD - Math.PI / 2;
    double turn = (block % Math.ceilDiv(2 * BANDS, side) + 0.5) / blocks(blockBand, side);
    int band = Math.clamp((int) ((latRad / Math.PI + 0.5) * bands), 0, bands - 1);
    double middleRad = (band + 0.5) * Math.PI / bands - Math.PI / 2;
    int regions = Math.max(1, (int) Math.round(2 * bands * Math.cos(middleRad)));
    return band * 2 * bands + Math.min(regions - 1, (int) (turn * regions));
  }

  /** Blocks around a band of blocks. */
  private static int blocks(int blockBand, int side) {
    return Math.ceilDiv(columns(Math.min(BANDS - 1, blockBand * side + side / 2)), side);
  }

  private static int columns(int band) {
    double middleRad = (band + 0.5) * BAND_RAD - Math.PI / 2;
    return Math.max(1, (int) Math.round(2 * BANDS * Math.cos(middleRad)));
  }
}
