package org.orbweaver.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.Generation;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.orbit.WalkerShell;
import org.orbweaver.core.scenario.ConstellationSpec;
import org.orbweaver.core.scenario.ElementsSpec;
import org.orbweaver.core.scenario.FilterSpec;
import org.orbweaver.core.scenario.IndexedSpec;
import org.orbweaver.core.scenario.LaserPair;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.WalkerSpec;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.elements.ElementSets;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/**
 * The satellites: element files first, whose epochs decide when a network starts {@code now}, then
 * generated shells.
 */
final class Constellations {
  /** Three times the largest constellation that was ever filed for; more is a slip of the pen. */
  static final int MOST_SATELLITES = 100_000;

  private static final double REV_PER_DAY = 2 * Math.PI / 86_400;
  private static final int LONGEST_EXPRESSION = 200;

  private final Scenario scenario;
  private final Binder binder;
  private final Problems problems;
  private final List<String> notes;
  private final Map<Integer, List<MeanElements>> real = new HashMap<>();

  /** All satellites in the scenario's order; complete after {@link #resolve}. */
  final List<MeanElements> elements = new ArrayList<>();

  /** The constellations as runs of satellites; complete after {@link #resolve}. */
  final List<Network.Shell> shells = new ArrayList<>();

  /** Makes that the scenario says, by satellite. */
  final Map<Integer, Generation> told = new HashMap<>();

  Constellations(Scenario scenario, Binder binder, Problems problems, List<String> notes) {
    this.scenario = scenario;
    this.binder = binder;
    this.problems = problems;
    this.notes = notes;
  }

  /** Reads and filters the element files, and checks every constellation. */
  void readFiles(ElementFiles files) {
    checkNames();
    long generated = 0;
    for (int i = 0; i < scenario.constellations().size(); i++) {
      ConstellationSpec spec = scenario.constellations().get(i);
      if (spec.walker() != null) {
        checkWalker(i, spec.walker());
        generated += (long) spec.walker().planes() * spec.walker().perPlane();
      }
      if (spec.elements() != null) {
        boolean filtersHold = checkFilters(i, spec.elements().filters());
        ElementSets sets = files.of(i, spec.elements());
        if (sets != null && filtersHold) {
          real.put(i, keep(i, spec, spec.elements(), sets));
        }
      }
    }
    long all = generated + real.values().stream().mapToInt(List::size).sum();
    if (all > MOST_SATELLITES) {
      problems.add(
          binder
              .place("constellations")
              .problem("have " + all + " satellites", "at most " + MOST_SATELLITES));
    }
  }

  /** Epochs of the elements that came from files, by constellation, each sorted. */
  Map<String, long[]> epochsNs() {
    return real.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .collect(
            Collectors.toMap(
                e -> scenario.constellations().get(e.getKey()).name(),
                e -> e.getValue().stream().mapToLong(MeanElements::epochNs).sorted().toArray(),
                (a, b) -> a,
                java.util.LinkedHashMap::new));
  }

  /**
   * Generates shells and names everything. Only for a scenario without problems.
   *
   * @param epochNs epoch of the shells that do not give their own
   * @param listed pairs of lasers by constellation
   */
  void resolve(long epochNs, Map<String, List<LaserPair>> listed) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < scenario.constellations().size(); i++) {
      ConstellationSpec spec = scenario.constellations().get(i);
      WalkerSpec walker = spec.walker();
      IndexedSpec indexed = spec.elements() == null ? null : spec.elements().indexed();
      List<MeanElements> own =
          walker == null
              ? real.getOrDefault(i, List.of())
              : shell(spec.name(), walker, epochNs).elements();
      shells.add(
          new Network.Shell(
              spec.name(),
              elements.size(),
              own.size(),
              walker != null ? walker.planes() : indexed != null ? indexed.planes() : 0,
              walker != null ? walker.perPlane() : indexed != null ? indexed.perPlane() : 0,
              listed.getOrDefault(spec.name(), List.of())));
      Generation make = spec.generation();
      for (int s = 0; make != null && s < own.size(); s++) {
        told.put(elements.size() + s, make);
      }
      elements.addAll(Satellites.named(own, names));
    }
  }

  private static WalkerShell shell(String name, WalkerSpec spec, long epochNs) {
    double inclinationRad = Math.toRadians(spec.inclinationDeg());
    Double altitudeKm = spec.altitudeKm();
    Double revPerDay = spec.meanMotionRevPerDay();
    Double spreadDeg = spec.raanSpreadDeg();
    return new WalkerShell(
        name,
        revPerDay != null
            ? revPerDay * REV_PER_DAY
            : WalkerShell.meanMotionRadPerS(
                1000 * (altitudeKm == null ? 0 : altitudeKm), inclinationRad),
        inclinationRad,
        spec.planes(),
        spec.perPlane(),
        spec.phasing(),
        spreadDeg != null
            ? Math.toRadians(spreadDeg)
            : spec.pattern() == WalkerSpec.Pattern.STAR
                ? WalkerShell.STAR_SPREAD_RAD
                : WalkerShell.DELTA_SPREAD_RAD,
        Math.toRadians(spec.raanOffsetDeg()),
        Math.toRadians(spec.anomalyOffsetDeg()),
        spec.epoch() == null ? epochNs : Utc.parseNs(spec.epoch()));
  }

  private List<MeanElements> keep(
      int i, ConstellationSpec spec, ElementsSpec from, ElementSets sets) {
    String path = "constellations[" + i + "].elements";
    Satellites.Kept kept = Satellites.filter(sets.elements(), from.filters());
    IndexedSpec indexed = from.indexed();
    List<MeanElements> elements =
        indexed == null ? Satellites.latest(kept.elements()) : kept.elements();
    int older = kept.elements().size() - elements.size();
    if (older > 0) {
      kept.dropped().put("older than another of the same object", older);
    }
    String counts =
        Words.count(sets.elements().size(), "object")
            + ", "
            + elements.size()
            + " kept"
            + kept.dropped().entrySet().stream()
                .map(e -> ", " + e.getValue() + " dropped " + e.getKey())
                .collect(Collectors.joining());
    if (elements.isEmpty()) {
      problems.add(
          binder
              .place(path + ".filters")
              .problem("leave nothing: " + counts, "filters that keep something"));
    } else {
      notes.add("constellation " + spec.name() + ": " + counts);
    }
    if (indexed != null && (long) indexed.planes() * indexed.perPlane() != elements.size()) {
      problems.add(
          binder
              .place(path + ".indexed")
              .problem(
                  "is "
                      + indexed.planes()
                      + " * "
                      + indexed.perPlane()
                      + " = "
                      + (long) indexed.planes() * indexed.perPlane(),
                  elements.size() + ", the number of objects"));
    } else if (indexed != null && sets.skippedCount() > 0) {
      problems.add(
          binder
              .place(path + ".indexed")
              .problem(
                  "does not hold: " + Words.count(sets.skippedCount(), "bad element set"),
                  "a file without bad lines, so that every index is right"));
    }
    return elements;
  }

  private void checkNames() {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < scenario.constellations().size(); i++) {
      String name = scenario.constellations().get(i).name();
      Integer other = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), i);
      if (other != null && !name.isEmpty()) {
        problems.add(
            binder
                .place("constellations[" + i + "].name")
                .problem(
                    "is " + Words.quote(name) + " as that of constellations[" + other + "]",
                    "a name of its own"));
      }
    }
  }

  private void checkWalker(int i, WalkerSpec walker) {
    String path = "constellations[" + i + "].walker";
    long satellites = (long) walker.planes() * walker.perPlane();
    if (satellites > MOST_SATELLITES) {
      problems.add(
          binder
              .place(path + ".planes")
              .problem(
                  "times perPlane is " + satellites, "at most " + MOST_SATELLITES + " satellites"));
    } else if (satellites > 0 && walker.phasing() >= satellites) {
      notes.add(
          "constellation "
              + scenario.constellations().get(i).name()
              + ": phasing "
              + walker.phasing()
              + " is the same as "
              + walker.phasing() % satellites
              + ", since it counts modulo planes * perPlane");
    }
    if (walker.epoch() != null && !walker.epoch().isEmpty()) {
      Times.parse(walker.epoch(), binder.place(path + ".epoch"), problems);
    }
  }

  private boolean checkFilters(int i, FilterSpec filters) {
    String path = "constellations[" + i + "].elements.filters.";
    int before = problems.count();
    checkExpression(filters.name(), binder.place(path + "name"));
    checkExpression(filters.notName(), binder.place(path + "notName"));
    Double min = filters.minAltitudeKm();
    Double max = filters.maxAltitudeKm();
    if (min != null && max != null && min > max) {
      problems.add(
          binder
              .place(path + "minAltitudeKm")
              .problem(
                  "is " + Words.number(min),
                  "at most maxAltitudeKm, which is " + Words.number(max)));
    }
    return problems.count() == before;
  }

  private void checkExpression(@Nullable String expression, Place place) {
    if (expression == null) {
      return;
    }
    if (expression.length() > LONGEST_EXPRESSION) {
      problems.add(
          place.problem(
              "has " + expression.length() + " characters", "at most " + LONGEST_EXPRESSION));
      return;
    }
    try {
      Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      problems.add(
          place.problem(
              "is no regular expression: "
                  + Words.oneLine(e.getDescription())
                  + " at character "
                  + (Math.max(0, e.getIndex()) + 1),
              "one of java.util.regex, such as ^STARLINK-"));
    }
  }
}
