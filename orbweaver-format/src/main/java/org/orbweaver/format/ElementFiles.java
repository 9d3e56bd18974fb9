package org.orbweaver.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.ConstellationSpec;
import org.orbweaver.core.scenario.ElementsSpec;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.format.elements.ElementReader;
import org.orbweaver.format.elements.ElementSets;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problem;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/**
 * Which file each constellation takes its elements from, and the files' content, read once each.
 */
final class ElementFiles {
  private static final int BAD_LINES_NOTED = 20;

  private record Source(Path file, ElementsSpec.Format format) {}

  private final Scenario scenario;
  private final Path scenarioFile;
  private final @Nullable Path override;
  private final @Nullable Path fetched;
  private final Binder binder;
  private final Problems problems;
  private final List<String> notes;
  private final boolean overrideAll;
  private final Map<Source, ElementSets> read = new HashMap<>();

  ElementFiles(
      Scenario scenario,
      Path scenarioFile,
      LoadOptions options,
      Binder binder,
      Problems problems,
      List<String> notes) {
    this.scenario = scenario;
    this.scenarioFile = scenarioFile;
    this.override = options.elementsOverride();
    this.fetched = options.fetched();
    this.binder = binder;
    this.problems = problems;
    this.notes = notes;
    this.overrideAll = checkOverride();
  }

  /**
   * {@code --elements} goes to the constellations that name no file; where each names one, to all,
   * provided that they name the same.
   */
  private boolean checkOverride() {
    if (override == null) {
      return false;
    }
    List<ElementsSpec> specs =
        scenario.constellations().stream()
            .map(ConstellationSpec::elements)
            .filter(e -> e != null)
            .toList();
    Place place = new Place("command line", 1, 1, "--elements");
    if (specs.isEmpty()) {
      problems.add(
          place.problem(
              "has no use: no constellation takes elements from a file",
              "a scenario with elements, or no --elements"));
    }
    if (specs.stream().anyMatch(e -> e.file() == null)) {
      return false;
    }
    if (specs.stream().map(ElementsSpec::file).distinct().count() > 1) {
      problems.add(
          place.problem(
              "could replace any of several files",
              "a scenario in which one constellation names no file"));
    }
    return true;
  }

  /** The element sets of a constellation, or null where there are none, which is then reported. */
  @Nullable ElementSets of(int constellation, ElementsSpec spec) {
    Place place = binder.place("constellations[" + constellation + "].elements.file");
    String named = spec.file();
    Place fetchedPlace = binder.place("constellations[" + constellation + "].elements.fetched");
    if (named != null && spec.fetched() != null) {
      problems.add(fetchedPlace.problem("is given beside file", "one of the two"));
      return null;
    }
    Path file;
    if (override != null && (overrideAll || named == null)) {
      file = override;
    } else if (spec.fetched() != null) {
      file = fetched(spec.fetched(), fetchedPlace);
    } else if (named == null) {
      problems.add(place.problem("is missing", "a file here, fetched: NAME, or --elements FILE"));
      return null;
    } else {
      file = Beside.resolve(scenarioFile, named, place, problems);
    }
    if (file == null) {
      return null;
    }
    var key = new Source(file.toAbsolutePath().normalize(), spec.format());
    ElementSets sets = read.get(key);
    if (sets == null) {
      String shownAs = Input.shown(file);
      sets = ElementReader.read(file, shownAs, spec.format());
      read.put(key, sets);
      sets.problems().forEach(problems::add);
      noteSkipped(shownAs, sets);
    }
    return sets.problems().isEmpty() ? sets : null;
  }

  /** The file in the cache; null where it is not there, which is reported with the remedy. */
  private @Nullable Path fetched(String name, Place place) {
    if (name.isEmpty()) {
      return null;
    }
    Path file = fetched == null ? null : fetched.resolve(name + ".elements");
    if (file == null || !Files.exists(file)) {
      problems.add(
          place.problem(
              "is " + Words.quote(name) + ", which has not been fetched",
              "run: orbweaver fetch " + name + ", or give --elements FILE"));
      return null;
    }
    return file;
  }

  private void noteSkipped(String shownAs, ElementSets sets) {
    if (sets.skippedCount() == 0) {
      return;
    }
    notes.add(shownAs + ": " + Words.count(sets.skippedCount(), "bad element set") + " skipped:");
    sets.skipped().stream()
        .limit(BAD_LINES_NOTED)
        .map(Problem::toString)
        .forEach(line -> notes.add("  " + line));
    if (sets.skippedCount() > BAD_LINES_NOTED) {
      notes.add("  and " + (sets.skippedCount() - BAD_LINES_NOTED) + " more");
    }
  }
}
