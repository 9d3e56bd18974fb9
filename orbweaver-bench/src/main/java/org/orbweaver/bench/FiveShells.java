package org.orbweaver.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.graph.SweepOrder;
import org.orbweaver.core.link.PlusGrid;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.orbit.WalkerShell;
import org.orbweaver.core.time.Utc;

/**
 * 10,048 satellites in five Walker shells as filed (72×22 at 550 and 540 km, 36×20 at 570, 28×120
 * at 525, 28×100 at 530), each with +Grid lasers up to 5,400 km, 80 km clear of the ground.
 */
final class FiveShells {
  static final long EPOCH_NS = Utc.parseNs("2026-05-21T00:00:00Z");

  private final List<MeanElements> elements = new ArrayList<>();
  private final List<PlusGrid> grids = new ArrayList<>();
  private final List<List<int[]>> planes = new ArrayList<>();

  private FiveShells() {}

  static FiveShells all() {
    return new FiveShells()
        .with("A", 550e3, 53.0, 72, 22, 17)
        .with("B", 540e3, 53.2, 72, 22, 17)
        .with("C", 570e3, 70.0, 36, 20, 11)
        .with("D", 525e3, 53.0, 28, 120, 1)
        .with("E", 530e3, 43.0, 28, 100, 1);
  }

  /** Shell 1 of most studies alone: 72×22 at 550 km and 53 degrees. */
  static FiveShells first() {
    return new FiveShells().with("A", 550e3, 53.0, 72, 22, 39);
  }

  private FiveShells with(
      String name, double altitudeM, double inclinationDeg, int count, int perPlane, int phasing) {
    double inclinationRad = Math.toRadians(inclinationDeg);
    int first = elements.size();
    grids.add(new PlusGrid(first, count, perPlane, 0, true, phasing, 5_400e3, 80e3));
    List<int[]> rows = new ArrayList<>();
    for (int plane = 0; plane < count; plane++) {
      int[] row = new int[perPlane];
      int firstInPlane = first + plane * perPlane;
      Arrays.setAll(row, slot -> firstInPlane + slot);
      rows.add(row);
    }
    planes.add(rows);
    elements.addAll(
        new WalkerShell(
                name,
                WalkerShell.meanMotionRadPerS(altitudeM, inclinationRad),
                inclinationRad,
                count,
                perPlane,
                phasing,
                WalkerShell.DELTA_SPREAD_RAD,
                0,
                0,
                EPOCH_NS)
            .elements());
    return this;
  }

  List<MeanElements> elements() {
    return elements;
  }

  List<PlusGrid> grids() {
    return grids;
  }

  SweepOrder order() {
    return new SweepOrder(elements.size(), planes);
  }

  /** The first sites of a table. */
  static SiteTable firstOf(SiteTable table, int count) {
    List<String> names = new ArrayList<>();
    List<GeodeticPoint> points = new ArrayList<>();
    for (int site = 0; site < count; site++) {
      names.add(table.name(site));
      points.add(table.point(site));
    }
    return new SiteTable(names, points);
  }
}
