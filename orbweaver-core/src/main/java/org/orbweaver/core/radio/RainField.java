package org.orbweaver.core.radio;

import java.util.List;

/** Rain everywhere, in time. */
public record RainField(List<RainCell> cells) {
  /** It never rains. */
  public static final RainField DRY = new RainField(List.of());

  public RainField {
    cells = List.copyOf(cells);
  }

  /** The rain at an instant: UTC, nanoseconds since the Unix epoch. */
  public RainNow at(long unixNs) {
    return new RainNow(
        cells.stream().filter(cell -> cell.isThere(unixNs)).map(cell -> cell.at(unixNs)).toList());
  }
}
