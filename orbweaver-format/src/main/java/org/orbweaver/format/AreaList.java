package org.orbweaver.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.AreaCells;
import org.orbweaver.core.policy.AreaRing;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.BorderRule;
import org.orbweaver.core.policy.Nanodegrees;
import org.orbweaver.core.policy.ServiceArea;
import org.orbweaver.core.scenario.BorderSpec;
import org.orbweaver.core.scenario.CellsSpec;
import org.orbweaver.core.scenario.CircleSpec;
import org.orbweaver.core.scenario.CornerSpec;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.ServiceAreaSpec;
import org.orbweaver.format.area.Circle;
import org.orbweaver.format.area.GeoJson;
import org.orbweaver.format.area.H3Cells;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/** A scenario's service areas: files read, circles drawn, cells found. */
final class AreaList {
  private static final int FEWEST_CORNERS = 3;
  private static final double LONGEST_STEP_DEG = 180;

  private final Path scenarioFile;
  private final Binder binder;
  private final Problems problems;
  private final List<ServiceAreaSpec> specs;

  final AreaTable table;

  AreaList(Scenario scenario, Path scenarioFile, Binder binder, Problems problems) {
    this.scenarioFile = scenarioFile;
    this.binder = binder;
    this.problems = problems;
    specs = scenario.areas();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < specs.size(); i++) {
      String name = specs.get(i).name();
      if (!name.isEmpty() && !names.add(name)) {
        problems.add(
            place(i, "name").problem("is " + Words.quote(name) + " again", "a name of its own"));
      }
    }
    List<ServiceArea> areas = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      ServiceArea area = area(i, names);
      if (area != null) {
        areas.add(area);
      }
    }
    table =
        areas.size() == specs.size() && names.size() == areas.size()
            ? table(areas)
            : AreaTable.EMPTY;
  }

  private AreaTable table(List<ServiceArea> areas) {
    try {
      return new AreaTable(areas);
    } catch (IllegalArgumentException e) {
      problems.add(
          binder
              .place("areas")
              .problem(
                  "cannot stand together: " + e.getMessage(), "parents that hold their parts"));
      return AreaTable.EMPTY;
    }
  }

  /** Names of the areas, whether all of them could be read or not. */
  Set<String> names() {
    return new HashSet<>(specs.stream().map(ServiceAreaSpec::name).toList());
  }

  private Place place(int area, String key) {
    return binder.place("areas[" + area + "]." + key);
  }

  private @Nullable ServiceArea area(int i, Set<String> names) {
    ServiceAreaSpec spec = specs.get(i);
    String parent = spec.parent();
    if (parent != null && !names.contains(parent)) {
      problems.add(
          place(i, "parent")
              .problem("is " + Words.quote(parent), Suggest.known(parent, names, "an area")));
      return null;
    }
    AreaShape shape = shape(i, spec);
    if (shape == null) {
      return null;
    }
    CellsSpec asked = spec.cells();
    AreaCells cells = asked == null ? null : H3Cells.centre(shape, asked.resolution());
    if (asked != null && cells == null) {
      problems.add(
          place(i, "cells.resolution")
              .problem(
                  "is " + asked.resolution() + ", at which the area has too many cells",
                  "a coarser resolution, for at most " + H3Cells.MOST + " cells"));
      return null;
    }
    return new ServiceArea(spec.name(), parent, shape, cells, border(spec.border()));
  }

  private static BorderRule border(BorderSpec spec) {
    return new BorderRule(
        spec.enterM(),
        spec.leaveM(),
        Math.round(1e9 * spec.dwellS()),
        spec.warnM(),
        spec.whenUnknown());
  }

  private @Nullable AreaShape shape(int i, ServiceAreaSpec spec) {
    String written = spec.file();
    CircleSpec circle = spec.circle();
    if (written != null) {
      Path file = Beside.resolve(scenarioFile, written, place(i, "file"), problems);
      return file == null ? null : GeoJson.area(file, Input.shown(file), problems);
    }
    if (circle != null) {
      AreaShape shape = Circle.shape(circle.latDeg(), circle.lonDeg(), 1e3 * circle.radiusKm());
      if (shape == null) {
        problems.add(
            place(i, "circle.radiusKm")
                .problem("reaches both poles", "a circle that reaches one at most"));
      }
      return shape;
    }
    return polygon(i, spec.polygon());
  }

  private @Nullable AreaShape polygon(int i, List<CornerSpec> corners) {
    if (corners.size() < FEWEST_CORNERS) {
      problems.add(
          place(i, "polygon")
              .problem(
                  "has " + Words.count(corners.size(), "corner"), "at least " + FEWEST_CORNERS));
      return null;
    }
    for (int k = 0; k < corners.size(); k++) {
      double before = corners.get(k == 0 ? corners.size() - 1 : k - 1).lonDeg();
      double stepDeg = Math.abs(corners.get(k).lonDeg() - before);
      if (stepDeg > LONGEST_STEP_DEG && stepDeg != 2 * LONGEST_STEP_DEG) {
        problems.add(
            place(i, "polygon[" + k + "].lonDeg")
                .problem(
                    "is more than half round the Earth from the corner before",
                    "longitudes that run on beyond 180, such as 185 for -175"));
        return null;
      }
    }
    AreaRing ring =
        new AreaRing(
            corners.stream().mapToLong(c -> Nanodegrees.ofDegrees(c.latDeg())).toArray(),
            corners.stream().mapToLong(c -> Nanodegrees.ofDegrees(c.lonDeg())).toArray());
    if (ring.firstCrossing() != AreaRing.NO_CROSSING) {
      problems.add(place(i, "polygon").problem("crosses itself", "a border that does not"));
      return null;
    }
    return AreaShape.of(ring);
  }
}
