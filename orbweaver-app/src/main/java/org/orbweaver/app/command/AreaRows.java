package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.policy.AreaCells;
import org.orbweaver.core.policy.AreaRing;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.ServiceArea;

/** One row an area. */
final class AreaRows {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.area/1",
          Column.text("area", "its name"),
          Column.text("parent", "the area that it is a part of"),
          Column.number("area_km2", "what it covers of a sphere"),
          Column.number("polygons", "how many"),
          Column.number("corners", "of all rings, holes among them"),
          Column.number("resolution", "of its H3 cells"),
          Column.number("cells", "how many H3 cells stand for it"),
          Column.text(
              "meets", "other areas, not its ancestors, that hold a corner of it or the reverse"),
          Column.text("shape_hash", "SHA-256 of its shape"),
          Column.text("cells_hash", "SHA-256 of its cells"),
          Column.text("hash", "SHA-256 over all of it, which decisions name"));

  private AreaRows() {}

  static void write(RowWriter rows, AreaTable table, int index) {
    ServiceArea area = table.area(index);
    AreaCells cells = area.cells();
    rows.text(area.id())
        .text(area.parent())
        .number(area.shape().areaM2() / 1e6, 3)
        .number(area.shape().polygons().size())
        .number(corners(area.shape()));
    if (cells == null) {
      rows.empty(2);
    } else {
      rows.number(cells.resolution()).number(cells.size());
    }
    rows.text(String.join(" ", meets(table, index)))
        .text(area.shapeHash())
        .text(area.cellsHash())
        .text(area.hash())
        .endRow();
  }

  private static int corners(AreaShape shape) {
    return shape.polygons().stream()
        .mapToInt(polygon ->
            polygon.outer().size() + polygon.holes().stream().mapToInt(AreaRing::size).sum())
        .sum();
  }

  private static List<String> meets(AreaTable table, int index) {
    List<String> met = new ArrayList<>();
    for (int other = 0; other < table.size(); other++) {
      boolean kin = isAncestor(table, index, other) || isAncestor(table, other, index);
      if (other != index
          && !kin
          && (holdsCorner(table.area(other).shape(), table.area(index).shape())
              || holdsCorner(table.area(index).shape(), table.area(other).shape()))) {
        met.add(table.area(other).id());
      }
    }
    return met;
  }

  private static boolean isAncestor(AreaTable table, int area, int of) {
    String parent = table.area(of).parent();
    while (parent != null) {
      if (parent.equals(table.area(area).id())) {
        return true;
      }
      parent = table.area(table.indexOf(parent)).parent();
    }
    return false;
  }

  private static boolean holdsCorner(AreaShape holder, AreaShape shape) {
    return shape.polygons().stream()
        .map(AreaShape.Polygon::outer)
        .anyMatch(ring -> {
          boolean[] held = new boolean[1];
          for (int i = 0; i < ring.size() && !held[0]; i++) {
            held[0] = holder.containsNd(ring.latNd(i), ring.lonNd(i));
          }
          return held[0];
        });
  }

  /** Indices of the areas that a user names; all where none is named. */
  static int[] chosen(AreaTable table, List<String> names) {
    int[] all = new int[names.isEmpty() ? table.size() : names.size()];
    Arrays.setAll(all, i -> names.isEmpty() ? i : table.indexOf(names.get(i)));
    return all;
  }
}
