package org.orbweaver.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orbweaver.app.Failure;
import org.orbweaver.core.policy.AreaCells;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.BorderRule;
import org.orbweaver.core.policy.ServiceArea;
import org.orbweaver.format.area.GeoJson;
import org.orbweaver.format.area.H3Cells;
import org.orbweaver.format.problem.Problem;
import org.orbweaver.format.problem.Problems;

/** Areas straight from a GeoJSON file: each feature one, named as the file says or by its place. */
final class AreaFiles {
  private AreaFiles() {}

  /**
   * Reads a file.
   *
   * @param resolution of the H3 cells, or -1 for none
   * @throws Failure bad input, all problems of the file at once
   */
  static AreaTable read(Path file, int resolution) {
    Problems problems = new Problems();
    List<GeoJson.Feature> features = GeoJson.read(file, file.toString(), problems);
    if (!problems.isEmpty()) {
      throw Failure.badInput(
          String.join(
              System.lineSeparator(), problems.list().stream().map(Problem::toString).toList()),
          null);
    }
    List<ServiceArea> areas = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < features.size(); i++) {
      String own = features.get(i).name();
      String plain = own == null ? "" : own.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
      String name = plain.isEmpty() || !names.add(plain) ? "area-" + (i + 1) : plain;
      AreaCells cells = resolution < 0 ? null : H3Cells.centre(features.get(i).shape(), resolution);
      if (resolution >= 0 && cells == null) {
        throw Failure.badInput(
            name + " has more than " + H3Cells.MOST + " cells of resolution " + resolution,
            "Give a coarser --resolution.");
      }
      areas.add(new ServiceArea(name, null, features.get(i).shape(), cells, BorderRule.DEFAULT));
    }
    return new AreaTable(areas);
  }
}
