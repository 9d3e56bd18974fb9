package org.orbweaver.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Areas and decisions together: who has the word, and what becomes of it as rules change. */
class P03_PolicyRulesTest {
  private static final ServiceArea SMALL =
      new ServiceArea("small", "large", Shapes.box(0, 0, 2, 2), null, BorderRule.DEFAULT);
  private static final ServiceArea LARGE = ServiceArea.of("large", Shapes.box(0, 0, 9, 9));
  private static final ServiceArea FAR = ServiceArea.of("far", Shapes.box(40, 40, 41, 41));
  private static final Scope IN_SMALL = new Scope.InArea("small");
  private static final Scope IN_AA = new Scope.InCountries(Set.of("AA"));
  private static final Scope EVERYWHERE = new Scope.Everywhere();
  private static final Scope NAMED = new Scope.OfTerminals(Set.of("t0"));

  private static Decision decision(String id, Effect effect, Scope scope, long index) {
    return Decision.of(id, effect, scope, 0, Decision.OPEN, index);
  }

  private static Decision exemption(String id) {
    return new Decision(
        id,
        Effect.EXEMPT,
        EVERYWHERE,
        Set.of(ServiceClass.HOSPITAL),
        0,
        100,
        0,
        0,
        "invented act",
        Expiry.REVERT,
        Set.of(),
        1,
        false,
        false);
  }

  private static Decision prohibition(String id, String... yieldsTo) {
    return new Decision(
        id,
        Effect.PROHIBIT,
        EVERYWHERE,
        Decision.ALL_CLASSES,
        0,
        Decision.OPEN,
        0,
        0,
        "",
        Expiry.REVERT,
        Set.of(yieldsTo),
        2,
        false,
        false);
  }

  private static Subject at(double lat, double lon, @Nullable String country) {
    return new Subject(
        "t0", Math.toRadians(lat), Math.toRadians(lon), country, ServiceClass.HOSPITAL);
  }

  private static PolicyRules rules(Decision... decisions) {
    return new PolicyRules(new AreaTable(List.of(LARGE, SMALL, FAR)), List.of(decisions), true);
  }

  private static Verdict verdict(Decision... decisions) {
    return rules(decisions).verdict(at(1, 1, "AA"), 5);
  }

  @Test
  void a01_areasAreOrderedFromTheSmallest_andKnowTheirParents() {
    PolicyRules rules = rules();
    assertThat(rules.areas().indexOf("small")).isLessThan(rules.areas().indexOf("large"));
    assertThat(rules.areas().indexOf("none")).isEqualTo(-1);
    assertThat(rules.areasAt(at(1, 1, null))).hasSize(2);
    assertThat(rules.areasAt(at(5, 5, null))).hasSize(1);
    assertThat(rules.areasAt(at(-5, 5, null))).isEmpty();
  }

  @Test
  void a02_tablesOfAreasThatContradictThemselvesAreRefused() {
    assertThatThrownBy(() -> new AreaTable(List.of(LARGE, LARGE)))
        .hasMessage("two areas are called large");
    assertThatThrownBy(() -> new AreaTable(List.of(SMALL)))
        .hasMessage("the parent of area small is large, which is no area");
    ServiceArea turned = new ServiceArea("large", "small", LARGE.shape(), null, BorderRule.DEFAULT);
    assertThatThrownBy(() -> new AreaTable(List.of(SMALL, turned)))
        .hasMessageContaining("is a part of its own part");
    ServiceArea tiny = ServiceArea.of("large", Shapes.box(0, 0, 1, 1));
    assertThatThrownBy(() -> new AreaTable(List.of(SMALL, tiny)))
        .hasMessage("area large is smaller than its part small");
  }

  @Test
  void a03_decisionsAreFoundByTheirIds_andEachHasItsOwn() {
    Decision lit = decision("d", Effect.ENABLE, IN_SMALL, 1);
    assertThat(rules(lit).decision("d")).isEqualTo(lit);
    assertThat(rules(lit).decision("e")).isNull();
    assertThatThrownBy(() -> rules(lit, lit)).hasMessage("two decisions are called d");
    assertThatThrownBy(() -> rules(decision("d", Effect.ENABLE, new Scope.InArea("x"), 1)))
        .hasMessage("decision d is about area x, which is none");
  }

  @Test
  void a04_theNextChangeIsTheNextStartOrEnd() {
    PolicyRules rules =
        rules(
            Decision.of("a", Effect.RESTRICT, EVERYWHERE, 10, 30, 1),
            Decision.of("b", Effect.RESTRICT, EVERYWHERE, 20, 25, 2),
            Decision.of("c", Effect.RESTRICT, EVERYWHERE, 0, 5, 3));
    assertThat(List.of(0L, 5L, 10L, 20L, 25L).stream().map(rules::nextChangeNs))
        .containsExactly(5L, 10L, 20L, 25L, 30L);
    assertThat(rules.nextChangeNs(30)).isEqualTo(Decision.OPEN);
  }

  @Test
  void a05_bordersAreNotNegative_andTerminalsHaveACountryOrNoneAndAClass() {
    for (double bad : new double[] {-1, Double.NaN}) {
      assertThatThrownBy(() -> new BorderRule(bad, 0, 0, 0, WhenUnknown.KEEP))
          .hasMessageContaining("not negative");
      assertThatThrownBy(() -> new BorderRule(0, bad, 0, 0, WhenUnknown.KEEP))
          .hasMessageContaining("not negative");
      assertThatThrownBy(() -> new BorderRule(0, 0, 0, bad, WhenUnknown.KEEP))
          .hasMessageContaining("not negative");
    }
    assertThatThrownBy(() -> new BorderRule(0, 0, -1, 0, WhenUnknown.KEEP))
        .hasMessageContaining("not negative");
    var sites = RandomWorld.sites(List.of(at(1, 1, null)));
    List<ServiceClass> one = List.of(ServiceClass.CONSUMER);
    assertThatThrownBy(() -> new Subjects(sites, List.of(), one))
        .hasMessage("each terminal has a country or none, and a class");
    assertThatThrownBy(() -> new Subjects(sites, Collections.singletonList(null), List.of()))
        .hasMessage("each terminal has a country or none, and a class");
  }

  @Test
  void b01_aProhibitionStandsUnlessItNamesTheExemptionItself() {
    assertThat(verdict(prohibition("p"), exemption("e")).decision()).isEqualTo("p");
    Verdict lifted = verdict(prohibition("p", "e"), exemption("e"));
    assertThat(lifted.decision()).isEqualTo("e");
    assertThat(lifted.reason()).isEqualTo(ReasonCode.SERVED);
    assertThat(lifted.lost()).containsExactly("p");
    assertThat(verdict(prohibition("p", "f"), exemption("e")).decision()).isEqualTo("p");
  }

  @Test
  void b02_anExemptionStandsAboveWhatIsDecidedOfATerminal() {
    Verdict verdict = verdict(exemption("e"), decision("d", Effect.RESTRICT, NAMED, 9));
    assertThat(verdict.decision()).isEqualTo("e");
    assertThat(verdict.tier()).isEqualTo(Tier.EXEMPTION);
  }

  @Test
  void b03_aLicenceSatisfiesTheDemandForOne_andSoDoesNoCountry() {
    Decision demand = decision("demand", Effect.REQUIRE_LICENCE, EVERYWHERE, 1);
    Decision licence = decision("licence", Effect.LICENSE, IN_AA, 2);
    assertThat(verdict(demand).reason()).isEqualTo(ReasonCode.NO_LICENCE);
    assertThat(verdict(demand, licence).decision()).isEqualTo(Verdict.DEFAULT);
    assertThat(rules(demand).verdict(at(1, 1, null), 5).isServed()).isTrue();
    assertThat(rules(demand, licence).verdict(at(1, 1, "BB"), 5).reason())
        .isEqualTo(ReasonCode.NO_LICENCE);
  }

  @Test
  void b04_reasonsSayWhatWasDecidedAbout() {
    assertThat(verdict(decision("d", Effect.RESTRICT, EVERYWHERE, 1)).reason())
        .isEqualTo(ReasonCode.AREA_DARK);
    assertThat(verdict(decision("d", Effect.RESTRICT, IN_SMALL, 1)).reason())
        .isEqualTo(ReasonCode.AREA_DARK);
    assertThat(verdict(decision("d", Effect.RESTRICT, IN_AA, 1)).reason())
        .isEqualTo(ReasonCode.COUNTRY_BLOCKED);
    assertThat(verdict(decision("d", Effect.RESTRICT, NAMED, 1)).reason())
        .isEqualTo(ReasonCode.NOT_AUTHORISED);
    assertThat(verdict(decision("d", Effect.AUTHORISED_ONLY, IN_AA, 1)).reason())
        .isEqualTo(ReasonCode.NOT_AUTHORISED);
    assertThat(verdict(decision("d", Effect.PAUSE, NAMED, 1)).reason())
        .isEqualTo(ReasonCode.LINE_PAUSED);
    assertThat(verdict(decision("d", Effect.LIMIT, NAMED, 1)).reason())
        .isEqualTo(ReasonCode.LINE_LIMITED);
  }

  @Test
  void b05_theSmallerAreaIsHeardBeforeTheLarger_andThatBeforeTheCountry() {
    Decision small = decision("s", Effect.ENABLE, IN_SMALL, 1);
    Decision large = decision("l", Effect.RESTRICT, new Scope.InArea("large"), 2);
    Decision country = decision("c", Effect.RESTRICT, IN_AA, 3);
    Verdict verdict = verdict(country, large, small);
    assertThat(verdict.decision()).isEqualTo("s");
    assertThat(verdict.tier()).isEqualTo(Tier.SMALLEST_AREA);
    assertThat(verdict.lost()).containsExactly("l", "c");
    assertThat(verdict(country, large).tier()).isEqualTo(Tier.PARENT_AREA);
  }

  @Test
  void b06_aLimitTakesAwayWhereSomethingServes_andLightsNothing() {
    Decision limit = decision("limit", Effect.LIMIT, NAMED, 1);
    Decision lit = decision("lit", Effect.ENABLE, EVERYWHERE, 2);
    Decision dark = decision("dark", Effect.RESTRICT, EVERYWHERE, 2);
    assertThat(verdict(limit, lit).decision()).isEqualTo("limit");
    assertThat(verdict(limit, dark).decision()).isEqualTo("dark");
    PolicyRules darkByDefault = new PolicyRules(AreaTable.EMPTY, List.of(limit), false);
    assertThat(darkByDefault.verdict(at(1, 1, "AA"), 5).reason()).isEqualTo(ReasonCode.AREA_DARK);
  }

  @Test
  void c01_anAreaThatGoesTakesItsDecisionWithIt_andOneThatIsRedrawnIsAnother() {
    Decision small = decision("s", Effect.RESTRICT, IN_SMALL, 1);
    ServicePolicy dark = policy(rules(small));
    assertThat(dark.isServed(0)).isFalse();
    PolicyRules gone = new PolicyRules(new AreaTable(List.of(LARGE, FAR)), List.of(), true);
    assertThat(dark.at(gone, 5).isServed(0)).isTrue();
    ServiceArea redrawn =
        new ServiceArea("small", "large", Shapes.box(0, 0, 0.5, 0.5), null, BorderRule.DEFAULT);
    PolicyRules smaller =
        new PolicyRules(new AreaTable(List.of(LARGE, redrawn, FAR)), List.of(small), true);
    assertThat(dark.at(smaller, 5).isServed(0)).isTrue();
    assertThat(dark.at(smaller, 5).at(rules(small), 5).isServed(0)).isFalse();
  }

  @Test
  void c02_aDecisionOfTheSameIdAboutOthersIsAnother() {
    ServicePolicy named = policy(rules(decision("d", Effect.RESTRICT, NAMED, 1)));
    assertThat(named.isServed(0)).isFalse();
    PolicyRules others =
        rules(decision("d", Effect.RESTRICT, new Scope.OfTerminals(Set.of("t1")), 1));
    assertThat(named.at(others, 5).isServed(0)).isTrue();
    assertThat(named.at(others, 5).differingFrom(named)).containsExactly(0);
    assertThat(named.at(others, 5).at(named.rules(), 5).isServed(0)).isFalse();
  }

  @Test
  void c03_areasThatChangeRanksChangeWhoHasTheWord() {
    ServiceArea one = ServiceArea.of("one", Shapes.box(0, 0, 3, 3));
    ServiceArea other = ServiceArea.of("other", Shapes.box(0, 0, 4, 4));
    ServiceArea grown = ServiceArea.of("one", Shapes.box(0, 0, 5, 5));
    Decision lit = decision("lit", Effect.ENABLE, new Scope.InArea("one"), 1);
    Decision dark = decision("dark", Effect.RESTRICT, new Scope.InArea("other"), 2);
    ServicePolicy policy =
        policy(new PolicyRules(new AreaTable(List.of(one, other)), List.of(lit, dark), true));
    assertThat(policy.verdict(0).decision()).isEqualTo("lit");
    ServicePolicy after =
        policy.at(
            new PolicyRules(new AreaTable(List.of(grown, other)), List.of(lit, dark), true), 5);
    assertThat(after.verdict(0).decision()).isEqualTo("dark");
    // Two that swap their names keep their shapes, and rank as their shapes do.
    ServiceArea swapped = ServiceArea.of("a", one.shape());
    ServiceArea twin = ServiceArea.of("b", one.shape());
    ServicePolicy twins =
        policy(new PolicyRules(new AreaTable(List.of(swapped, twin)), List.of(), true));
    ServiceArea part = new ServiceArea("b", "a", one.shape(), null, BorderRule.DEFAULT);
    Decision ofA = decision("ofA", Effect.ENABLE, new Scope.InArea("a"), 1);
    Decision ofB = decision("ofB", Effect.RESTRICT, new Scope.InArea("b"), 2);
    ServicePolicy ranked =
        twins.at(
            new PolicyRules(new AreaTable(List.of(swapped, part)), List.of(ofA, ofB), true), 5);
    assertThat(ranked.verdict(0).decision()).isEqualTo("ofB");
    assertThat(
            ranked
                .at(
                    new PolicyRules(new AreaTable(List.of(swapped, twin)), List.of(ofA, ofB), true),
                    5)
                .verdict(0)
                .decision())
        .isEqualTo("ofA");
  }

  @Test
  void c04_anAreaThatLosesItsParentIsNoLongerSpokenAboutByIt() {
    ServiceArea over = ServiceArea.of("over", Shapes.box(40, 40, 60, 60));
    ServiceArea part =
        new ServiceArea("part", "over", Shapes.box(0, 0, 2, 2), null, BorderRule.DEFAULT);
    List<Decision> dark = List.of(decision("d", Effect.RESTRICT, new Scope.InArea("over"), 1));
    ServicePolicy policy = policy(new PolicyRules(new AreaTable(List.of(over, part)), dark, true));
    assertThat(policy.isServed(0)).isFalse();
    ServiceArea alone = ServiceArea.of("part", part.shape());
    assertThat(
            policy
                .at(new PolicyRules(new AreaTable(List.of(over, alone)), dark, true), 5)
                .isServed(0))
        .isTrue();
  }

  @Test
  void c05_whoDiffersIsTold_byReasonOrByTheDecidingWord() {
    ServicePolicy one = policy(rules(decision("d", Effect.RESTRICT, EVERYWHERE, 1)));
    ServicePolicy same = policy(rules(decision("d", Effect.RESTRICT, EVERYWHERE, 1)));
    ServicePolicy other = policy(rules(decision("e", Effect.RESTRICT, EVERYWHERE, 1)));
    ServicePolicy open = policy(rules());
    assertThat(same.differingFrom(one)).isEmpty();
    assertThat(one.differingFrom(one)).isEmpty();
    assertThat(other.differingFrom(one)).containsExactly(0);
    assertThat(open.differingFrom(one)).containsExactly(0);
    assertThat(one.terminalsByDecision()).containsOnlyKeys("d");
    ServicePolicy named = open.at(rules(decision("n", Effect.RESTRICT, NAMED, 1)), 5);
    assertThat(named.differingFrom(open)).containsExactly(0);
    ServicePolicy banned = policy(rules(prohibition("p")));
    ServicePolicy overruled =
        banned.at(rules(prohibition("p"), decision("n", Effect.ENABLE, NAMED, 3)), 5);
    assertThat(overruled.verdict(0).lost()).containsExactly("n");
    assertThat(overruled.differingFrom(banned)).as("it stands elsewhere, for the same").isEmpty();
  }

  @Test
  void c06_limitedIsServed() {
    ServicePolicy limited = policy(rules(decision("d", Effect.LIMIT, NAMED, 1)));
    assertThat(limited.isLimited(0)).isTrue();
    assertThat(limited.isServed(0)).isTrue();
    assertThat(policy(rules()).isLimited(0)).isFalse();
    assertThat(limited.verdict(at(1, 1, "AA"))).isEqualTo(limited.verdict(0));
  }

  @Test
  void c07_terminalsStandAlikeOnlyWhereAllIsAlike() {
    Standing one =
        new Standing(new int[] {1}, new int[] {1}, "AA", ServiceClass.RELIEF, new int[] {2}, false);
    assertThat(one)
        .isEqualTo(
            new Standing(
                new int[] {1}, new int[] {1}, "AA", ServiceClass.RELIEF, new int[] {2}, false))
        .isNotEqualTo(
            new Standing(
                new int[] {1}, new int[] {1}, "AA", ServiceClass.RELIEF, new int[] {2}, true))
        .isNotEqualTo(
            new Standing(
                new int[] {1}, new int[] {1}, "AA", ServiceClass.CONSUMER, new int[] {2}, false))
        .isNotEqualTo(
            new Standing(
                new int[] {1}, new int[] {1}, null, ServiceClass.RELIEF, new int[] {2}, false))
        .isNotEqualTo(
            new Standing(
                new int[] {0}, new int[] {0}, "AA", ServiceClass.RELIEF, new int[] {2}, false))
        .isNotEqualTo(
            new Standing(
                new int[] {1}, new int[] {1}, "AA", ServiceClass.RELIEF, new int[] {3}, false))
        .isNotEqualTo("x");
    AreaCells cells = new AreaCells(5, CellMode.CENTRE, new long[] {3, 1});
    assertThat(cells)
        .isEqualTo(new AreaCells(5, CellMode.CENTRE, new long[] {1, 3}))
        .hasSameHashCodeAs(new AreaCells(5, CellMode.CENTRE, new long[] {1, 3}))
        .isNotEqualTo(new AreaCells(6, CellMode.CENTRE, new long[] {1, 3}))
        .isNotEqualTo(new AreaCells(5, CellMode.CENTRE, new long[] {1}))
        .isNotEqualTo("x");
  }

  @Test
  void c08_manyTerminalsAreSharedAmongThreads_andStandAsEachWouldAlone() {
    List<Subject> many =
        IntStream.range(0, 40_000)
            .mapToObj(t ->
                new Subject(
                    "t" + t,
                    Math.toRadians(t % 90),
                    Math.toRadians(t % 17),
                    t % 3 == 0 ? "AA" : null,
                    t % 5 == 0 ? ServiceClass.RELIEF : ServiceClass.CONSUMER))
            .toList();
    PolicyRules rules =
        rules(
            decision("s", Effect.RESTRICT, IN_SMALL, 1),
            decision("c", Effect.RESTRICT, IN_AA, 2),
            decision("n", Effect.ENABLE, new Scope.OfTerminals(Set.of("t0", "t39999")), 3));
    ServicePolicy policy = ServicePolicy.of(rules, RandomWorld.table(many), 5);
    for (int t = 0; t < many.size(); t++) {
      assertThat(policy.verdict(t)).isEqualTo(rules.verdict(many.get(t), 5));
    }
  }

  private static ServicePolicy policy(PolicyRules rules) {
    return ServicePolicy.of(rules, RandomWorld.table(List.of(at(1, 1, "AA"))), 5);
  }

  @Test
  void d01_eachProhibitionMustLetTheExemptionThrough() {
    assertThat(verdict(prohibition("p", "e"), prohibition("q"), exemption("e")).decision())
        .isEqualTo("q");
    assertThat(verdict(prohibition("p", "e"), prohibition("q", "e"), exemption("e")).lost())
        .containsExactly("p", "q");
  }

  @Test
  void d02_aLimitTakesFromWhateverServes_butAnExemption() {
    Decision limit = decision("limit", Effect.LIMIT, NAMED, 1);
    assertThat(verdict(exemption("e"), limit).decision()).isEqualTo("e");
    assertThat(verdict(decision("lit", Effect.ENABLE, NAMED, 9), limit).decision())
        .isEqualTo("limit");
  }

  @Test
  void d03_ofOneTierDenyingWins_thenTheNewer_inWhateverOrderTheyAreHeard() {
    for (Scope scope : List.of(NAMED, IN_SMALL, IN_AA, EVERYWHERE)) {
      Decision lit = decision("lit", Effect.ENABLE, scope, 9);
      Decision later = decision("a-later", Effect.ENABLE, scope, 10);
      Decision dark = decision("dark", Effect.RESTRICT, scope, 1);
      assertThat(verdict(lit, dark, later).decision()).isEqualTo("dark");
      assertThat(verdict(later, dark, lit).lost()).containsExactly("a-later", "lit");
      assertThat(verdict(lit, later).decision()).isEqualTo("a-later");
      assertThat(verdict(later, lit).decision()).isEqualTo("a-later");
    }
    Decision one = decision("one", Effect.ENABLE, NAMED, 3);
    Decision two = decision("two", Effect.ENABLE, NAMED, 3);
    assertThat(verdict(two, one).decision()).as("by id, so that all agree").isEqualTo("one");
  }

  @Test
  void d04_differentStandingsAreSoughtInDifferentPlaces() {
    Set<Integer> hashes = new HashSet<>();
    for (int area = 0; area < 10; area++) {
      for (int naming = 0; naming < 10; naming++) {
        for (ServiceClass line : ServiceClass.values()) {
          int[] within = {area};
          Standing one = new Standing(within, within, "AA", line, new int[] {naming}, false);
          hashes.add(one.hashCode());
        }
      }
    }
    assertThat(hashes).hasSizeGreaterThan(300);
  }
}
