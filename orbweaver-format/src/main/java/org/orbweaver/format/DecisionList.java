package org.orbweaver.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.scenario.DecisionSpec;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.format.geo.Countries;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/** A scenario's licences and decisions, all hypothetical; their times count from its start. */
final class DecisionList {
  /** Before the name of a scenario's decision. */
  static final String PREFIX = "scenario:";

  private static final String LICENCES = PREFIX + "licences";

  private final Binder binder;
  private final Problems problems;
  private final Scenario scenario;
  private final AreaTable areas;
  private final Set<String> codes = Countries.codes();
  private final List<Timed> decisions = new ArrayList<>();

  /** A decision whose times are still to be counted from the network's start. */
  private record Timed(
      int place,
      DecisionSpec spec,
      Scope scope,
      Set<ServiceClass> classes,
      @Nullable Moment from,
      @Nullable Moment until,
      long noticeNs,
      long graceNs) {}

  DecisionList(
      Scenario scenario, AreaList areas, SiteLists sites, Binder binder, Problems problems) {
    this.scenario = scenario;
    this.areas = areas.table;
    this.binder = binder;
    this.problems = problems;
    checkCountries("licences", scenario.licences());
    Set<String> names = new HashSet<>();
    Set<String> terminals =
        sites.terminals.stream().map(TerminalSpec::name).collect(Collectors.toSet());
    Set<String> all =
        scenario.decisions().stream().map(DecisionSpec::name).collect(Collectors.toSet());
    for (int i = 0; i < scenario.decisions().size(); i++) {
      DecisionSpec spec = scenario.decisions().get(i);
      if (!spec.name().isEmpty() && !names.add(spec.name())) {
        problems.add(
            place(i, "name")
                .problem("is " + Words.quote(spec.name()) + " again", "a name of its own"));
      }
      checkNames(i, "yieldsTo", spec.yieldsTo(), all, "a decision");
      if (sites.terminalsComplete()) {
        checkNames(i, "terminals", spec.terminals(), terminals, "the name of a terminal");
      }
      checkCountries("decisions[" + i + "].countries", spec.countries());
      add(i, spec, areas.names());
    }
  }

  private Place place(int decision, String key) {
    return binder.place("decisions[" + decision + "]." + key);
  }

  private void checkCountries(String key, List<String> countries) {
    for (int k = 0; k < countries.size(); k++) {
      if (!codes.contains(countries.get(k))) {
        problems.add(
            binder
                .place(key + "[" + k + "]")
                .problem(
                    "is " + Words.quote(countries.get(k)),
                    "a country's code of ISO 3166-1 alpha-2"));
      }
    }
  }

  private void checkNames(int i, String key, List<String> given, Set<String> known, String kind) {
    for (int k = 0; k < given.size(); k++) {
      if (!known.contains(given.get(k))) {
        problems.add(
            place(i, key + "[" + k + "]")
                .problem(
                    "is " + Words.quote(given.get(k)), Suggest.known(given.get(k), known, kind)));
      }
    }
  }

  private void add(int i, DecisionSpec spec, Set<String> areaNames) {
    String area = spec.area();
    int kinds =
        (area == null ? 0 : 1)
            + (spec.countries().isEmpty() ? 0 : 1)
            + (spec.terminals().isEmpty() ? 0 : 1);
    if (kinds > 1) {
      problems.add(
          binder
              .place("decisions[" + i + "]")
              .problem("is about more than one of area, countries and terminals", "one of them"));
    }
    if (area != null && !areaNames.contains(area)) {
      problems.add(
          place(i, "area")
              .problem("is " + Words.quote(area), Suggest.known(area, areaNames, "an area")));
    }
    Moment from = Moment.parse(spec.from(), place(i, "from"), problems);
    Moment until = Moment.parse(spec.until(), place(i, "until"), problems);
    OptionalLong notice = span(i, "notice", spec.notice());
    OptionalLong grace = span(i, "grace", spec.grace());
    Set<ServiceClass> classes = classes(i, spec);
    if (notice.isPresent() && grace.isPresent()) {
      decisions.add(
          new Timed(
              i, spec, scope(spec), classes, from, until, notice.getAsLong(), grace.getAsLong()));
    }
  }

  private OptionalLong span(int i, String key, String written) {
    OptionalLong ns = Moment.span(written);
    if (ns.isEmpty() && !written.isEmpty()) {
      problems.add(
          place(i, key).problem("is " + Words.quote(written), "a length of time, such as 30d"));
    }
    return ns;
  }

  private static Scope scope(DecisionSpec spec) {
    String area = spec.area();
    if (area != null) {
      return new Scope.InArea(area);
    }
    if (!spec.countries().isEmpty()) {
      return new Scope.InCountries(Set.copyOf(new LinkedHashSet<>(spec.countries())));
    }
    return spec.terminals().isEmpty()
        ? new Scope.Everywhere()
        : new Scope.OfTerminals(Set.copyOf(new LinkedHashSet<>(spec.terminals())));
  }

  private Set<ServiceClass> classes(int i, DecisionSpec spec) {
    Set<ServiceClass> classes = new HashSet<>();
    Set<String> known = new LinkedHashSet<>();
    for (ServiceClass each : ServiceClass.values()) {
      String name = each.name().toLowerCase(Locale.ROOT);
      known.add(name);
      boolean byDefault =
          spec.classes().isEmpty() && (spec.effect() != Effect.EXEMPT || each.isEssential());
      if (byDefault || spec.classes().contains(name)) {
        classes.add(each);
      }
    }
    checkNames(i, "classes", spec.classes(), known, "a service class");
    return classes;
  }

  /** Whether a terminal's country matters to any of it. */
  boolean asksForCountries() {
    return !scenario.licences().isEmpty()
        || scenario.decisions().stream().anyMatch(spec -> !spec.countries().isEmpty());
  }

  /** All that the scenario decides; to be used only where there are no problems then. */
  PolicyRules resolve(long startNs) {
    List<Decision> made = new ArrayList<>();
    if (!scenario.licences().isEmpty()) {
      made.add(licences(LICENCES, Effect.REQUIRE_LICENCE, new Scope.Everywhere(), -2));
      Scope held = new Scope.InCountries(Set.copyOf(new LinkedHashSet<>(scenario.licences())));
      made.add(licences(LICENCES + "-held", Effect.LICENSE, held, -1));
    }
    for (Timed timed : decisions) {
      try {
        made.add(decision(timed, startNs));
      } catch (IllegalArgumentException e) {
        problems.add(
            binder
                .place("decisions[" + timed.place() + "]")
                .problem("cannot be one decision", String.valueOf(e.getMessage())));
      }
    }
    if (!problems.isEmpty() || (made.isEmpty() && areas.size() == 0)) {
      return PolicyRules.NONE;
    }
    return new PolicyRules(areas, made, true);
  }

  private static Decision licences(String id, Effect effect, Scope scope, long index) {
    return new Decision(
        id,
        effect,
        scope,
        Decision.ALL_CLASSES,
        Long.MIN_VALUE,
        Decision.OPEN,
        0,
        0,
        "",
        Expiry.REVERT,
        Set.of(),
        index,
        true,
        false);
  }

  private static Decision decision(Timed timed, long startNs) {
    DecisionSpec spec = timed.spec();
    return new Decision(
        PREFIX + spec.name(),
        spec.effect(),
        timed.scope(),
        timed.classes(),
        timed.from() == null ? Long.MIN_VALUE : timed.from().unixNs(startNs),
        timed.until() == null ? Decision.OPEN : timed.until().unixNs(startNs),
        timed.noticeNs(),
        timed.graceNs(),
        spec.legalBasis(),
        spec.onExpiry(),
        spec.yieldsTo().stream().map(name -> PREFIX + name).collect(Collectors.toSet()),
        timed.place(),
        true,
        false);
  }
}
