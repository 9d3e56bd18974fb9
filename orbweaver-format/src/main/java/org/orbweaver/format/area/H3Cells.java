package org.orbweaver.format.area;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.AreaCells;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.core.policy.CellMode;
import org.orbweaver.core.policy.Nanodegrees;

/** The cells of the H3 grid whose centre is in an area, by the area's own exact test. */
public final class H3Cells {
  /** An area of more is asked for at a coarser resolution. */
  public static final int MOST = 1_000_000;

  /**
   * A cell of resolution 0 reaches so far from its centre at most, radians; each next sqrt 7 less.
   */
  private static final double REACH_RAD = 0.24;

  private H3Cells() {}

  /** The grid's library is loaded when it is first used. */
  private static final class Grid {
    static final H3Core H3 = open();

    private static H3Core open() {
      try {
        return H3Core.newInstance();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * The cells of a resolution whose centre is in an area or on its border; null where there are
   * more than {@link #MOST}.
   *
   * @param resolution 0 to 15
   */
  public static @Nullable AreaCells centre(AreaShape shape, int resolution) {
    if (shape.areaM2() / meanM2(resolution) > MOST) {
      return null;
    }
    List<Long> level = new ArrayList<>(Grid.H3.getRes0Cells());
    for (int r = 0; r <= resolution; r++) {
      // Children reach a little beyond their parent: twice the reach of a cell holds all of them.
      double reachRad = 2 * REACH_RAD / Math.pow(7, r / 2.0);
      boolean last = r == resolution;
      List<Long> kept = new ArrayList<>();
      for (long cell : level) {
        LatLng centre = Grid.H3.cellToLatLng(cell);
        if (last ? holds(shape, centre) : mayHold(shape, centre, reachRad)) {
          kept.add(cell);
        }
      }
      level = last ? kept : children(kept, r + 1);
    }
    return new AreaCells(
        resolution, CellMode.CENTRE, level.stream().mapToLong(Long::longValue).toArray());
  }

  /** Mean area of a cell, m²: the Earth's by the number of cells. */
  private static double meanM2(int resolution) {
    return 5.10065622e14 / (2 + 120 * Math.pow(7, resolution));
  }

  private static List<Long> children(List<Long> cells, int resolution) {
    List<Long> children = new ArrayList<>(7 * cells.size());
    for (long cell : cells) {
      children.addAll(Grid.H3.cellToChildren(cell, resolution));
    }
    return children;
  }

  private static boolean holds(AreaShape shape, LatLng place) {
    return shape.containsNd(Nanodegrees.ofDegrees(place.lat), Nanodegrees.ofDegrees(place.lng));
  }

  /** Whether a disc around a place may have a part in the area: by the boxes of its polygons. */
  private static boolean mayHold(AreaShape shape, LatLng place, double reachRad) {
    double reachDeg = Math.toDegrees(reachRad);
    double cos = Math.cos(Math.toRadians(Math.min(90, Math.abs(place.lat) + reachDeg)));
    double lonDeg = cos <= reachRad ? 360 : reachDeg / cos;
    for (AreaShape.Polygon polygon : shape.polygons()) {
      if (place.lat + reachDeg < deg(polygon.outer().southNd())
          || place.lat - reachDeg > deg(polygon.outer().northNd())) {
        continue;
      }
      for (int turn = -720; turn <= 720; turn += 360) {
        if (place.lng + turn + lonDeg >= deg(polygon.outer().westNd())
            && place.lng + turn - lonDeg <= deg(polygon.outer().eastNd())) {
          return true;
        }
      }
    }
    return false;
  }

  private static double deg(long nanodegrees) {
    return nanodegrees / (double) Nanodegrees.DEGREE;
  }
}
