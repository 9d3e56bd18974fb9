package org.orbweaver.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.radio.RainCell;
import org.orbweaver.core.radio.RainField;
import org.orbweaver.core.scenario.RainPoint;
import org.orbweaver.core.scenario.RainSpec;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.WeatherSpec;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/** A scenario's rain: patches that stand, and tables of patches that change. */
final class WeatherList {
  /** Rain that was always there or never ends, so that no difference of instants runs over. */
  private static final long EVER_NS = Long.MAX_VALUE / 4;

  private final Binder binder;
  private final Problems problems;
  private final List<Standing> standing = new ArrayList<>();
  private final List<RainCell> changing = new ArrayList<>();

  private record Standing(RainSpec spec, @Nullable Moment from, @Nullable Moment until) {}

  /** Reads and checks all but the order of times that count from the network's start. */
  WeatherList(Scenario scenario, Path scenarioFile, Binder binder, Problems problems) {
    this.binder = binder;
    this.problems = problems;
    WeatherSpec weather = scenario.weather();
    if (!weather.equals(WeatherSpec.NONE) && scenario.radio().budget() == null) {
      problems.add(
          binder
              .place("weather")
              .problem("has no effect without radio.budget", "radio: { budget: {} } as well"));
    }
    for (int i = 0; i < weather.rain().size(); i++) {
      RainSpec spec = weather.rain().get(i);
      standing.add(
          new Standing(
              spec,
              Moment.parse(spec.from(), place(i, "from"), problems),
              Moment.parse(spec.until(), place(i, "until"), problems)));
    }
    for (int i = 0; i < weather.files().size(); i++) {
      Place place = binder.place("weather.files[" + i + "]");
      Path file = Beside.resolve(scenarioFile, weather.files().get(i), place, problems);
      if (file != null) {
        read(file);
      }
    }
  }

  private Place place(int patch, String key) {
    return binder.place("weather.rain[" + patch + "]." + key);
  }

  private void read(Path file) {
    List<Located<RainPoint>> rows =
        TableReader.read(file, Input.shown(file), RainPoint.class, problems);
    if (rows == null) {
      return;
    }
    int before = problems.count();
    Map<String, List<RainCell.State>> patches = new LinkedHashMap<>();
    for (Located<RainPoint> row : rows) {
      RainPoint point = row.value();
      Place at = row.place("timeUtc");
      Long ns = Times.parse(point.timeUtc(), at, problems);
      if (ns == null) {
        continue;
      }
      List<RainCell.State> states =
          patches.computeIfAbsent(point.patch(), name -> new ArrayList<>());
      if (!states.isEmpty() && ns <= states.getLast().timeNs()) {
        problems.add(
            at.problem(
                "is " + Words.quote(point.timeUtc()),
                "later than in the row of " + Words.quote(point.patch()) + " before"));
      }
      states.add(
          new RainCell.State(
              ns,
              GeodeticPoint.ofDegrees(point.latDeg(), point.lonDeg(), 0),
              1e3 * point.radiusKm(),
              point.mmPerH()));
    }
    if (problems.count() == before) {
      patches.values().forEach(states -> changing.add(new RainCell(states)));
    }
  }

  /** All rain; to be used only where there are no problems then. */
  RainField resolve(long startNs) {
    List<RainCell> cells = new ArrayList<>(changing);
    for (int i = 0; i < standing.size(); i++) {
      Standing patch = standing.get(i);
      RainSpec spec = patch.spec();
      long fromNs = patch.from() == null ? -EVER_NS : patch.from().unixNs(startNs);
      long untilNs = patch.until() == null ? EVER_NS : patch.until().unixNs(startNs);
      if (untilNs <= fromNs) {
        problems.add(
            place(i, "until")
                .problem(
                    "is " + Words.quote(String.valueOf(spec.until())), "after " + spec.from()));
        continue;
      }
      GeodeticPoint centre = GeodeticPoint.ofDegrees(spec.latDeg(), spec.lonDeg(), 0);
      double radiusM = 1e3 * spec.radiusKm();
      cells.add(
          new RainCell(
              List.of(
                  new RainCell.State(fromNs, centre, radiusM, spec.mmPerH()),
                  new RainCell.State(untilNs, centre, radiusM, spec.mmPerH()))));
    }
    return new RainField(cells);
  }
}
