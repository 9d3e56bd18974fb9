package org.orbweaver.format;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.ConstellationSpec;
import org.orbweaver.core.scenario.IndexedSpec;
import org.orbweaver.core.scenario.LaserPair;
import org.orbweaver.core.scenario.LaserSpec;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.WalkerSpec;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/** Checks the lasers of a scenario and reads the lists that they name. */
final class LaserLists {
  private final Path scenarioFile;
  private final Binder binder;
  private final Problems problems;

  /** Pairs by constellation, of those that name a file. */
  final Map<String, List<LaserPair>> listed = new HashMap<>();

  LaserLists(Scenario scenario, Path scenarioFile, Binder binder, Problems problems) {
    this.scenarioFile = scenarioFile;
    this.binder = binder;
    this.problems = problems;
    Set<String> names = new TreeSet<>();
    Set<String> used = new TreeSet<>();
    scenario.constellations().forEach(c -> names.add(c.name()));
    for (int i = 0; i < scenario.lasers().size(); i++) {
      LaserSpec laser = scenario.lasers().get(i);
      String path = "lasers[" + i + "].";
      if (!laser.constellation().isEmpty()) {
        check(scenario, laser, path, names, used);
      }
      checkFile(laser, path);
    }
  }

  private void check(
      Scenario scenario, LaserSpec laser, String path, Set<String> names, Set<String> used) {
    String name = laser.constellation();
    Place place = binder.place(path + "constellation");
    ConstellationSpec of = null;
    for (ConstellationSpec c : scenario.constellations()) {
      of = c.name().equals(name) ? c : of;
    }
    if (of == null && names.contains("")) {
      return; // It may mean the constellation whose name could not be read.
    } else if (of == null) {
      problems.add(
          place.problem(
              "is " + Words.quote(name),
              Suggest.known(name, names, "the name of a constellation")));
    } else if (laser.pattern() != LaserSpec.Pattern.DERIVED && satellites(of) < 0) {
      problems.add(
          place.problem(
              "is " + Words.quote(name) + ", whose satellites have no planes and slots",
              "pattern: derived, or elements with indexed"));
    } else if (!used.add(name)) {
      problems.add(place.problem("is " + Words.quote(name) + " again", "each constellation once"));
    } else {
      read(laser, path, satellites(of));
    }
  }

  /** How many satellites have indices by plane and slot; -1 where there are no such indices. */
  private static long satellites(ConstellationSpec of) {
    WalkerSpec walker = of.walker();
    IndexedSpec indexed = of.elements() == null ? null : of.elements().indexed();
    if (of.elements() != null && indexed == null) {
      return -1;
    }
    return walker != null
        ? (long) walker.planes() * walker.perPlane()
        : indexed != null ? (long) indexed.planes() * indexed.perPlane() : 0;
  }

  private void checkFile(LaserSpec laser, String path) {
    boolean isListed = laser.pattern() == LaserSpec.Pattern.LISTED;
    if (isListed && laser.file() == null) {
      problems.add(
          binder.place(path + "file").problem("is missing", "the file that lists the links"));
    } else if (!isListed && laser.file() != null) {
      problems.add(
          binder
              .place(path + "file")
              .problem("is " + Words.quote(laser.file()), "pattern: listed, or no file"));
    }
  }

  private void read(LaserSpec laser, String path, long satellites) {
    String written = laser.file();
    if (laser.pattern() != LaserSpec.Pattern.LISTED || written == null) {
      return;
    }
    Path file = Beside.resolve(scenarioFile, written, binder.place(path + "file"), problems);
    @Nullable List<LaserPair> pairs =
        file == null ? null : PairFile.read(file, Input.shown(file), satellites, problems);
    if (pairs != null) {
      listed.put(laser.constellation(), pairs);
    }
  }
}
