package org.orbweaver.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orbweaver.core.scenario.GatewaySpec;
import org.orbweaver.core.scenario.PopSpec;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/** Gateways, PoPs and terminals: first those of the tables, in order, then those written inline. */
final class SiteLists {
  private final Path scenarioFile;
  private final Binder binder;
  private final Problems problems;
  private boolean popsComplete = true;

  private final boolean terminalsComplete;

  final List<GatewaySpec> gateways;
  final List<PopSpec> pops;
  final List<TerminalSpec> terminals;
  final List<Located<PopSpec>> locatedPops;
  final List<Located<TerminalSpec>> locatedTerminals;

  SiteLists(Scenario scenario, Path scenarioFile, Binder binder, Problems problems) {
    this.scenarioFile = scenarioFile;
    this.binder = binder;
    this.problems = problems;
    gateways =
        gather(
                "gateways",
                scenario.gateways().files(),
                scenario.gateways().sites(),
                GatewaySpec.class,
                GatewaySpec::name)
            .stream()
            .map(Located::value)
            .toList();
    int before = problems.count();
    locatedPops =
        gather(
            "pops", scenario.pops().files(), scenario.pops().sites(), PopSpec.class, PopSpec::name);
    pops = locatedPops.stream().map(Located::value).toList();
    popsComplete =
        problems.count() == before && pops.stream().noneMatch(pop -> pop.name().isEmpty());
    int beforeTerminals = problems.count();
    locatedTerminals =
        gather(
            "terminals",
            scenario.terminals().files(),
            scenario.terminals().sites(),
            TerminalSpec.class,
            TerminalSpec::name);
    terminals = locatedTerminals.stream().map(Located::value).toList();
    terminalsComplete = problems.count() == beforeTerminals;
  }

  /** Whether every PoP's name is known. */
  boolean popsComplete() {
    return popsComplete;
  }

  /** Whether every terminal's name is known. */
  boolean terminalsComplete() {
    return terminalsComplete;
  }

  private <R extends Record> List<Located<R>> gather(
      String section, List<String> files, List<R> inline, Class<R> type, Function<R, String> name) {
    List<Located<R>> located = new ArrayList<>();
    List<Path> read = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Place place = binder.place(section + ".files[" + i + "]");
      Path file = Beside.resolve(scenarioFile, files.get(i), place, problems);
      if (file == null) {
        continue;
      }
      if (read.stream().anyMatch(other -> Input.same(other, file))) {
        problems.add(
            place.problem("is given twice: " + Words.quote(files.get(i)), "each table once"));
        continue;
      }
      read.add(file);
      List<Located<R>> rows = TableReader.read(file, Input.shown(file), type, problems);
      if (rows != null) {
        located.addAll(rows);
      }
    }
    for (int i = 0; i < inline.size(); i++) {
      String path = section + ".sites[" + i + "]";
      located.add(new Located<>(inline.get(i), key -> binder.place(path + "." + key)));
    }
    checkNames(section, located, name);
    if (type == TerminalSpec.class) {
      checkHomes(located);
    }
    return located;
  }

  /** Names differ in more than the case of letters: they are host names as well. */
  private <R extends Record> void checkNames(
      String section, List<Located<R>> located, Function<R, String> name) {
    Map<String, Located<R>> seen = new HashMap<>();
    for (Located<R> site : located) {
      String own = name.apply(site.value());
      if (own.isEmpty()) {
        continue;
      }
      Located<R> other = seen.putIfAbsent(own.toLowerCase(Locale.ROOT), site);
      if (other != null) {
        Place first = other.place("name");
        problems.add(
            site.place("name")
                .problem(
                    "is "
                        + Words.quote(own)
                        + " as at "
                        + first.file()
                        + ":"
                        + first.line()
                        + ":"
                        + first.column()
                        + (own.equals(name.apply(other.value())) ? "" : " but for the case"),
                    "a name of its own among " + section));
      }
    }
  }

  private void checkHomes(List<? extends Located<?>> located) {
    if (!popsComplete) {
      return;
    }
    Set<String> names = pops.stream().map(PopSpec::name).collect(Collectors.toSet());
    for (Located<?> site : located) {
      String home = ((TerminalSpec) site.value()).pop();
      if (home != null && !home.isEmpty() && !names.contains(home)) {
        problems.add(
            site.place("pop")
                .problem(
                    "is " + Words.quote(home), Suggest.known(home, names, "the name of a PoP")));
      }
    }
  }
}
