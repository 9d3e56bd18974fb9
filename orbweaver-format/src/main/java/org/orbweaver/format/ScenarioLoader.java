package org.orbweaver.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.scenario.ForwardSpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.OutagePlan;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.SubscriberSpec;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.format.geo.Countries;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.input.Text;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;
import org.orbweaver.format.yaml.YamlNode;
import org.orbweaver.format.yaml.YamlReader;

/**
 * Reads a scenario file, the element files and tables that it names, and resolves them to a
 * network. Everything is checked before anything is given back, and every problem is reported at
 * once. Reads files; never throws for what is in them.
 */
public final class ScenarioLoader {
  private static final int LIMIT_BYTES = 16 << 20;
  private static final int NEWEST_FORMAT = 1;
  private static final Pattern FORMAT = Pattern.compile("orbweaver/([0-9]{1,6})");

  private final Path file;
  private final String shownAs;
  private final LoadOptions options;
  private final Problems problems = new Problems();
  private final List<String> notes = new ArrayList<>();
  private final Binder binder;

  private ScenarioLoader(Path file, LoadOptions options) {
    this.file = file;
    this.shownAs = Input.shown(file);
    this.options = options;
    this.binder = new Binder(shownAs, problems);
  }

  /**
   * Loads a scenario.
   *
   * @param scenarioFile the scenario; files that it names are relative to it
   */
  public static LoadResult load(Path scenarioFile, LoadOptions options) {
    ScenarioLoader loader = new ScenarioLoader(scenarioFile, options);
    Network network = loader.network();
    return new LoadResult(network, loader.problems.list(), loader.notes);
  }

  private @Nullable Network network() {
    String text = Text.read(file, shownAs, LIMIT_BYTES, problems);
    YamlNode root = text == null ? null : YamlReader.read(text, shownAs, problems);
    if (root == null || isNewer(root)) {
      return null;
    }
    Scenario scenario = binder.bind(root, Scenario.class);
    return scenario == null ? null : resolve(scenario);
  }

  private @Nullable Network resolve(Scenario scenario) {
    SiteLists sites = new SiteLists(scenario, file, binder, problems);
    Constellations constellations = new Constellations(scenario, binder, problems, notes);
    constellations.readFiles(new ElementFiles(scenario, file, options, binder, problems, notes));
    LaserLists lasers = new LaserLists(scenario, file, binder, problems);
    checkStrategy("schedule.strategy", scenario.schedule().strategy(), options.strategies());
    checkStrategy("routing.strategy", scenario.routing().strategy(), options.routings());
    checkDestinations(scenario.internet().allow());
    HomePopList homes = new HomePopList(scenario, file, binder, problems, sites);
    TrackFiles tracks = new TrackFiles(file, sites, problems);
    List<SubscriberSpec> subscribers = SubscriberList.of(scenario, file, binder, problems);
    HorizonList.check(scenario, sites, binder, problems);
    checkForwards(scenario.forwards(), sites);
    LinkPlanCheck.check(scenario.packets().plans(), sites, binder, problems);
    TraceList traces = new TraceList(scenario, file, sites, binder, problems);
    OutageList outages = new OutageList(scenario, binder, problems);
    WeatherList weather = new WeatherList(scenario, file, binder, problems);
    AreaList areas = new AreaList(scenario, file, binder, problems);
    DecisionList decisions = new DecisionList(scenario, areas, sites, binder, problems);
    Long own = Times.written(scenario.time().start(), binder.place("time.start"), problems);
    String override = options.startOverride();
    Long written =
        override == null
            ? own
            : Times.written(override, new Place("command line", 1, 1, "--start"), problems);
    if (!problems.isEmpty()) {
      return null;
    }
    var epochsNs = constellations.epochsNs();
    long startNs = written == null ? Times.now(options.nowNs(), epochsNs, notes) : written;
    Times.noteAge(startNs, epochsNs, notes);
    constellations.resolve(own == null ? Times.EPOCH_OF_NOW_NS : own, lasers.listed);
    Network network =
        new Network(
                scenario,
                startNs,
                Ephemeris.of(constellations.elements, constellations.told),
                constellations.shells,
                sites.gateways,
                sites.pops,
                homes.terminals(decisions.asksForCountries()))
            .with(homes.countries)
            .withSubscribers(subscribers)
            .with(tracks.tracks)
            .with(decisions.resolve(startNs))
            .with(weather.resolve(startNs))
            .withTraces(traces.traces);
    if (homes.asksForCountries(decisions.asksForCountries())) {
      network = network.withCountries(Countries::at);
    }
    OutagePlan plan = outages.resolve(network);
    return problems.isEmpty() ? network.with(plan) : null;
  }

  /** A newer format is refused alone: what else it holds cannot be judged. */
  private boolean isNewer(YamlNode root) {
    YamlNode.Entry entry =
        root instanceof YamlNode.Mapping mapping ? mapping.entry("format") : null;
    if (entry == null || !(entry.value() instanceof YamlNode.Scalar scalar)) {
      return false;
    }
    Matcher format = FORMAT.matcher(scalar.text());
    if (!format.matches() || Integer.parseInt(format.group(1)) <= NEWEST_FORMAT) {
      return false;
    }
    problems.add(
        shownAs,
        scalar.line(),
        scalar.column(),
        "format",
        "is "
            + scalar.text()
            + ", newer than this Orbweaver, which reads orbweaver/"
            + NEWEST_FORMAT,
        "an Orbweaver that reads "
            + scalar.text()
            + ", or a scenario in orbweaver/"
            + NEWEST_FORMAT);
    return true;
  }

  private void checkStrategy(String key, String name, Set<String> known) {
    if (!known.contains(name)) {
      problems.add(
          binder
              .place(key)
              .problem(
                  "is " + Words.quote(name), Suggest.known(name, known, "the name of a strategy")));
    }
  }

  private void checkForwards(List<ForwardSpec> forwards, SiteLists sites) {
    if (!forwards.isEmpty()) {
      ForwardCheck.check(
          forwards,
          0,
          (i, key) -> binder.place("forwards[" + i + "]." + key),
          sites.terminals.stream().map(TerminalSpec::name).collect(Collectors.toSet()),
          problems);
    }
  }

  private void checkDestinations(List<String> allow) {
    for (int i = 0; i < allow.size(); i++) {
      String expected = allow.get(i).isEmpty() ? null : Destinations.fault(allow.get(i));
      if (expected != null) {
        problems.add(
            binder
                .place("internet.allow[" + i + "]")
                .problem("is " + Words.quote(allow.get(i)), expected));
      }
    }
  }
}
