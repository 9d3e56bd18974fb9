package org.orbweaver.core.policy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The cells of the H3 grid that stand for an area where it is counted or drawn. What is served is
 * decided by the area's shape alone. Layout: cells ascending. Immutable.
 */
public final class AreaCells {
  private final int resolution;
  private final CellMode mode;
  private final long[] cells;

  /**
   * @param resolution of the grid, 0 to 15
   * @param mode which cells stand for the area
   * @param cells their H3 indices, in any order, none twice
   */
  public AreaCells(int resolution, CellMode mode, long[] cells) {
    this.resolution = resolution;
    this.mode = mode;
    this.cells = cells.clone();
    Arrays.sort(this.cells);
  }

  public int resolution() {
    return resolution;
  }

  public CellMode mode() {
    return mode;
  }

  public int size() {
    return cells.length;
  }

  /** An H3 index; they ascend. */
  public long cell(int place) {
    return cells[place];
  }

  /**
   * All cells as one text, which their hash is of: a line with the grid, the resolution and the
   * mode, then a line for each cell, 16 hexadecimal digits, ascending.
   */
  public String canonicalText() {
    StringBuilder text = new StringBuilder("h3 ").append(resolution).append(' ');
    text.append(mode.name().toLowerCase(Locale.ROOT)).append('\n');
    for (long cell : cells) {
      text.append(HexFormat.of().toHexDigits(cell)).append('\n');
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AreaCells that && canonicalText().equals(that.canonicalText());
  }

  @Override
  public int hashCode() {
    return 31 * resolution + Arrays.hashCode(cells);
  }
}
