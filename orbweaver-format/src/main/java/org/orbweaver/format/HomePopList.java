package org.orbweaver.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.AreaHome;
import org.orbweaver.core.scenario.CountryHome;
import org.orbweaver.core.scenario.HomePopSpec;
import org.orbweaver.core.scenario.PopSpec;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.geo.Countries;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/**
 * Home PoPs by country and area. A country may have several in the tables, or inline; what is
 * written inline stands in place of all that the tables say of that country.
 */
final class HomePopList {
  private static final int FEWEST_CORNERS = 3;

  private final Path scenarioFile;
  private final Binder binder;
  private final Problems problems;
  private final SiteLists sites;
  private final Set<String> codes = Countries.codes();

  final List<CountryHome> countries;

  HomePopList(
      Scenario scenario, Path scenarioFile, Binder binder, Problems problems, SiteLists sites) {
    this.scenarioFile = scenarioFile;
    this.binder = binder;
    this.problems = problems;
    this.sites = sites;
    HomePopSpec spec = scenario.routing().homePop();
    List<Located<CountryHome>> located = tables(spec.files());
    Set<String> inline =
        spec.countries().stream().map(CountryHome::country).collect(Collectors.toSet());
    List<CountryHome> all =
        new ArrayList<>(
            located.stream()
                .map(Located::value)
                .filter(home -> !inline.contains(home.country()))
                .toList());
    all.addAll(spec.countries());
    countries = List.copyOf(all);
    checkCountries(located);
    List<Located<CountryHome>> written = new ArrayList<>();
    for (int i = 0; i < spec.countries().size(); i++) {
      String path = "routing.homePop.countries[" + i + "]";
      written.add(new Located<>(spec.countries().get(i), key -> binder.place(path + "." + key)));
    }
    checkCountries(written);
    checkCodes();
    checkAreas(spec.areas());
  }

  private List<Located<CountryHome>> tables(List<String> files) {
    List<Located<CountryHome>> located = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Place place = binder.place("routing.homePop.files[" + i + "]");
      Path file = Beside.resolve(scenarioFile, files.get(i), place, problems);
      List<Located<CountryHome>> rows =
          file == null
              ? null
              : TableReader.read(file, Input.shown(file), CountryHome.class, problems);
      if (rows != null) {
        located.addAll(rows);
      }
    }
    return located;
  }

  private void checkCountries(List<Located<CountryHome>> located) {
    Set<CountryHome> seen = new HashSet<>();
    for (Located<CountryHome> home : located) {
      String country = home.value().country();
      checkCountry(country, home.place("country"));
      if (!country.isEmpty() && !seen.add(home.value())) {
        problems.add(
            home.place("country")
                .problem(
                    "is " + Words.quote(country) + " with the same PoP again",
                    "each pair of country and PoP once"));
      }
      checkPop(home.value().pop(), home.place("pop"));
    }
  }

  private void checkCodes() {
    for (Located<TerminalSpec> terminal : sites.locatedTerminals) {
      checkCountry(terminal.value().country(), terminal.place("country"));
    }
    for (Located<PopSpec> pop : sites.locatedPops) {
      String serves = pop.value().serves();
      for (String country : serves == null ? List.<String>of() : List.of(serves.split(" ", -1))) {
        checkCountry(country, pop.place("serves"));
      }
    }
  }

  /** What is not two capitals has been reported where it was read. */
  private void checkCountry(@Nullable String country, Place place) {
    if (country != null && country.matches("[A-Z]{2}") && !codes.contains(country)) {
      problems.add(
          place.problem(
              country.equals("UK") || country.equals("EL")
                  ? "is " + Words.quote(country) + ", which ISO 3166-1 has not"
                  : "is " + Words.quote(country),
              country.equals("UK")
                  ? "GB"
                  : country.equals("EL") ? "GR" : "a country's code of ISO 3166-1 alpha-2"));
    }
  }

  private void checkPop(String pop, Place place) {
    Set<String> names = sites.pops.stream().map(PopSpec::name).collect(Collectors.toSet());
    if (sites.popsComplete() && !pop.isEmpty() && !names.contains(pop)) {
      problems.add(
          place.problem("is " + Words.quote(pop), Suggest.known(pop, names, "the name of a PoP")));
    }
  }

  private void checkAreas(List<AreaHome> areas) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < areas.size(); i++) {
      AreaHome area = areas.get(i);
      String path = "routing.homePop.areas[" + i + "]";
      checkPop(area.pop(), binder.place(path + ".pop"));
      if (!area.name().isEmpty() && !names.add(area.name())) {
        problems.add(
            binder
                .place(path + ".name")
                .problem("is " + Words.quote(area.name()) + " again", "a name of its own"));
      }
      if (area.circle() == null && area.polygon().size() < FEWEST_CORNERS) {
        problems.add(
            binder
                .place(path + ".polygon")
                .problem(
                    "has " + Words.count(area.polygon().size(), "corner"),
                    "at least " + FEWEST_CORNERS));
      }
    }
  }

  /** Whether anything depends on terminals' countries, here or elsewhere. */
  boolean asksForCountries(boolean elsewhere) {
    return elsewhere
        || !countries.isEmpty()
        || sites.pops.stream().anyMatch(pop -> pop.serves() != null);
  }

  /** The terminals, each with its country where anything depends on it, here or elsewhere. */
  List<TerminalSpec> terminals(boolean elsewhere) {
    return asksForCountries(elsewhere)
        ? sites.terminals.stream().map(HomePopList::placed).toList()
        : sites.terminals;
  }

  private static TerminalSpec placed(TerminalSpec terminal) {
    if (terminal.country() != null) {
      return terminal;
    }
    return terminal.in(Countries.at(terminal.latDeg(), terminal.lonDeg()));
  }
}
