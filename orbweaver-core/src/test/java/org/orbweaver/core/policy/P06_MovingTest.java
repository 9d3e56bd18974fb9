package org.orbweaver.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Moving terminals at borders, and without a place. */
class P06_MovingTest {
  private static final long S = 1_000_000_000L;
  private static final double M_PER_DEG = 111_195;

  /** Dark between the meridians of 10 and 11 degrees. */
  private static final ServiceArea DARK =
      new ServiceArea(
          "dark",
          null,
          Shapes.box(-1, 10, 1, 11),
          null,
          new BorderRule(500, 1_000, 30 * S, 5_000, WhenUnknown.DARK));

  private static final PolicyRules RULES =
      new PolicyRules(
          new AreaTable(List.of(DARK)),
          List.of(Decision.of("d", Effect.RESTRICT, new Scope.InArea("dark"), 0, Decision.OPEN, 1)),
          true);

  private static ServicePolicy fresh() {
    return ServicePolicy.of(
        RULES, RandomWorld.table(List.of(new Subject("t0", 0, 0, null, ServiceClass.CONSUMER))), 0);
  }

  /** So many metres east of the border at 10 degrees. */
  private static Fix east(double metres, double sigmaM) {
    return new Fix(0, new Fix.Place(0, Math.toRadians(10 + metres / M_PER_DEG), sigmaM, null));
  }

  private static ServicePolicy after(ServicePolicy policy, long atS, Fix fix) {
    return policy.at(atS * S).fixed(List.of(fix));
  }

  @Test
  void a01_atFirstATerminalIsWhereItSays() {
    assertThat(after(fresh(), 0, east(10, 0)).isServed(0)).isFalse();
    assertThat(after(fresh(), 0, east(-10, 0)).isServed(0)).isTrue();
  }

  @Test
  void a02_itEntersWhenFarEnoughInsideForLongEnough() {
    ServicePolicy policy = after(fresh(), 0, east(-2_000, 0));
    policy = after(policy, 15, east(400, 0));
    assertThat(policy.isServed(0)).isTrue();
    policy = after(policy, 30, east(600, 0));
    assertThat(policy.isServed(0)).isTrue();
    policy = after(policy, 59, east(600, 0));
    assertThat(policy.isServed(0)).isTrue();
    policy = after(policy, 60, east(600, 0));
    assertThat(policy.isServed(0)).isFalse();
    assertThat(policy.verdict(0).decision()).isEqualTo("d");
  }

  @Test
  void a03_aStepBackBeginsTheDwellAnew() {
    ServicePolicy policy = after(fresh(), 0, east(-2_000, 0));
    policy = after(policy, 15, east(600, 0));
    policy = after(policy, 30, east(300, 0));
    policy = after(policy, 50, east(600, 0));
    assertThat(after(policy, 79, east(600, 0)).isServed(0)).isTrue();
    assertThat(after(policy, 80, east(600, 0)).isServed(0)).isFalse();
  }

  @Test
  void a04_itLeavesFartherOutThanItEnters() {
    ServicePolicy policy = after(fresh(), 0, east(2_000, 0));
    policy = after(policy, 15, east(-900, 0));
    policy = after(policy, 90, east(-900, 0));
    assertThat(policy.isServed(0)).isFalse();
    policy = after(policy, 105, east(-1_100, 0));
    policy = after(policy, 135, east(-1_100, 0));
    assertThat(policy.isServed(0)).isTrue();
  }

  @Test
  void a05_anUncertainPlaceMustBeFartherThanThreeSigma() {
    ServicePolicy policy = after(fresh(), 0, east(-2_000, 0));
    policy = after(policy, 15, east(2_900, 1_000));
    policy = after(policy, 90, east(2_900, 1_000));
    assertThat(policy.isServed(0)).isTrue();
    policy = after(policy, 105, east(3_100, 1_000));
    policy = after(policy, 135, east(3_100, 1_000));
    assertThat(policy.isServed(0)).isFalse();
  }

  @Test
  void a06_anUnknownPlaceChangesNothingFor15Minutes_thenTheAreaSays() {
    ServicePolicy lit =
        after(
            ServicePolicy.of(
                RULES.with(List.of()),
                RandomWorld.table(List.of(new Subject("t0", 0, 0, null, ServiceClass.CONSUMER))),
                0),
            0,
            east(2_000, 0));
    Fix unknown = new Fix(0, null);
    assertThat(after(lit, 899, unknown).isServed(0)).isTrue();
    ServicePolicy lost = after(lit, 900, unknown);
    assertThat(lost.reason(0)).isEqualTo(ReasonCode.UNKNOWN_LOCATION);
    assertThat(lost.verdict(0).decision()).isEqualTo("area:dark");
    assertThat(after(lost, 915, east(2_000, 0)).isServed(0)).isTrue();
    ServicePolicy elsewhere = after(lit, 0, east(-500_000, 0));
    assertThat(after(after(fresh(), 0, unknown), 5_000, unknown).isServed(0)).isTrue();
    assertThat(elsewhere.terminals()).isEqualTo(1);
  }

  @Test
  void a07_itIsWarnedBeforeTheEdge() {
    ServicePolicy policy = after(fresh(), 0, east(-4_000, 0));
    EdgeWarning warning = Objects.requireNonNull(policy.warning(east(-4_000, 0)));
    assertThat(warning.area()).isEqualTo("dark");
    assertThat(warning.distanceM()).isCloseTo(4_000, within(5.0));
    assertThat(warning.beyond().decision()).isEqualTo("d");
    assertThat(policy.warning(east(-6_000, 0))).isNull();
    assertThat(policy.warning(new Fix(0, null))).isNull();
    assertThat(after(fresh(), 0, east(3_000, 0)).warning(east(3_000, 0))).isNull();
  }

  @Test
  void a08_theCutAtTheAntimeridianIsNoBorder() {
    AreaShape fiji =
        new AreaShape(
            List.of(
                new AreaShape.Polygon(Shapes.boxRing(-20, 177, -16, 180), List.of()),
                new AreaShape.Polygon(Shapes.boxRing(-20, -180, -16, -178), List.of())));
    double metres =
        BorderDistance.metres(fiji, Nanodegrees.ofDegrees(-16.5), Nanodegrees.ofDegrees(180));
    assertThat(metres).isCloseTo(0.5 * M_PER_DEG, within(100.0));
    double one =
        BorderDistance.metres(
            Shapes.box(-20, 177, -16, 180),
            Nanodegrees.ofDegrees(-18),
            Nanodegrees.ofDegrees(179.99));
    assertThat(one).isCloseTo(0.01 * M_PER_DEG * Math.cos(Math.toRadians(18)), within(5.0));
    assertThat(BorderDistance.metres(Shapes.box(60, -180, 90, 180), 90 * Nanodegrees.DEGREE, 0))
        .isCloseTo(30 * M_PER_DEG, within(1_000.0));
  }

  @Test
  void a09_aCornerGivenTwiceIsOneCorner_andAnAreaThatEndsAtTheAntimeridianHasABorderThere() {
    long[] lat = {0, 0, 0, Nanodegrees.DEGREE};
    long[] lon = {0, 0, Nanodegrees.DEGREE, 0};
    assertThat(BorderDistance.metres(AreaShape.of(new AreaRing(lat, lon)), -Nanodegrees.DEGREE, 0))
        .isCloseTo(M_PER_DEG, within(200.0));
    assertThat(
            BorderDistance.metres(
                Shapes.box(-20, -180, -16, -178),
                Nanodegrees.ofDegrees(-18),
                Nanodegrees.ofDegrees(-179.99)))
        .isCloseTo(0.01 * M_PER_DEG * Math.cos(Math.toRadians(18)), within(5.0));
  }

  @Test
  void a10_ofSeveralBordersItIsWarnedOfTheNearestThatItWouldLoseServiceBeyond() {
    BorderRule border = new BorderRule(500, 1_000, 30 * S, 5_000, WhenUnknown.KEEP);
    ServiceArea near = new ServiceArea("a", null, Shapes.box(-1, 10, 1, 11), null, border);
    ServiceArea nearer = new ServiceArea("b", null, Shapes.box(-2, 9.99, 2, 12), null, border);
    ServiceArea harmless = new ServiceArea("c", null, Shapes.box(-3, 9.98, 3, 13), null, border);
    ServiceArea deepIn = new ServiceArea("d", null, Shapes.box(-9, -9, 9, 15), null, border);
    for (List<ServiceArea> areas :
        List.of(List.of(near, nearer, harmless, deepIn), List.of(nearer, near))) {
      PolicyRules rules =
          new PolicyRules(
              new AreaTable(areas),
              List.of(
                  Decision.of("x", Effect.RESTRICT, new Scope.InArea("a"), 0, Decision.OPEN, 1),
                  Decision.of("y", Effect.RESTRICT, new Scope.InArea("b"), 0, Decision.OPEN, 2)),
              true);
      ServicePolicy policy =
          after(
              ServicePolicy.of(
                  rules,
                  RandomWorld.table(List.of(new Subject("t0", 0, 0, null, ServiceClass.CONSUMER))),
                  0),
              0,
              east(-3_500, 0));
      assertThat(Objects.requireNonNull(policy.warning(east(-3_500, 0))).area()).isEqualTo("b");
    }
  }

  @Test
  void a10_theFartherOfTwoBordersIsNotWarnedOf() {
    BorderRule border = new BorderRule(500, 1_000, 30 * S, 5_000, WhenUnknown.KEEP);
    PolicyRules rules =
        new PolicyRules(
            new AreaTable(
                List.of(
                    new ServiceArea("a", null, Shapes.box(-1, 10, 1, 11), null, border),
                    new ServiceArea("b", null, Shapes.box(-2, 10.005, 2, 13), null, border))),
            List.of(
                Decision.of("x", Effect.RESTRICT, new Scope.InArea("a"), 0, Decision.OPEN, 1),
                Decision.of("y", Effect.RESTRICT, new Scope.InArea("b"), 0, Decision.OPEN, 2)),
            true);
    ServicePolicy policy = after(fresh().at(rules, 0), 0, east(-3_500, 0));
    assertThat(Objects.requireNonNull(policy.warning(east(-3_500, 0))).area()).isEqualTo("a");
  }

  @Test
  void a11_leavingTheOnlyAreaThatServesIsWarnedOf() {
    PolicyRules litOnly =
        new PolicyRules(
            new AreaTable(List.of(DARK)),
            List.of(Decision.of("l", Effect.ENABLE, new Scope.InArea("dark"), 0, Decision.OPEN, 1)),
            false);
    ServicePolicy policy =
        after(
            ServicePolicy.of(
                litOnly,
                RandomWorld.table(List.of(new Subject("t0", 0, 0, null, ServiceClass.CONSUMER))),
                0),
            0,
            east(2_000, 0));
    EdgeWarning warning = Objects.requireNonNull(policy.warning(east(2_000, 0)));
    assertThat(warning.beyond().decision()).isEqualTo(Verdict.DEFAULT);
    assertThat(policy.fixed(List.of())).isSameAs(policy);
  }

  @Test
  void a12_anotherCountryHoldsAfterAMinute() {
    PolicyRules blocked =
        new PolicyRules(
            AreaTable.EMPTY,
            List.of(
                Decision.of(
                    "b",
                    Effect.RESTRICT,
                    new Scope.InCountries(Set.of("BB")),
                    0,
                    Decision.OPEN,
                    1)),
            true);
    ServicePolicy policy =
        ServicePolicy.of(
            blocked,
            RandomWorld.table(List.of(new Subject("t0", 0, 0, "AA", ServiceClass.CONSUMER))),
            0);
    policy = after(policy, 0, in("AA"));
    policy = after(policy, 15, in("BB"));
    assertThat(after(policy, 74, in("BB")).isServed(0)).isTrue();
    assertThat(after(policy, 75, in("BB")).reason(0)).isEqualTo(ReasonCode.COUNTRY_BLOCKED);
    assertThat(after(after(policy, 60, in("AA")), 100, in("BB")).isServed(0)).isTrue();
  }

  private static Fix in(String country) {
    return new Fix(0, new Fix.Place(0, 0, 0, country));
  }

  @Test
  void a13_whoIsLostIsToldTheRuleThatDarkens_evenWhereOneDid() {
    ServicePolicy dark = after(fresh(), 0, east(2_000, 0));
    ServicePolicy lost = after(dark, 1_000, new Fix(0, null));
    assertThat(lost.verdict(0).decision()).isEqualTo("d");
    assertThat(lost.isServed(0)).isFalse();
  }

  @Test
  void a14_whoIsHeldInAnAreaThatIsNoMore_isHeldInNone() {
    ServicePolicy policy = fresh().with(List.of(new HeldPlace(0, List.of("gone"), null, true)));
    assertThat(policy.isServed(0)).isTrue();
    assertThat(
            fresh()
                .with(List.of(new HeldPlace(0, List.of("gone", "dark"), null, false)))
                .isServed(0))
        .isFalse();
  }

  /** However it walks: it never changes within the dwell time, nor nearer than the distances. */
  @Test
  void b01_anyWalkKeepsTheRules() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      double metres = random.nextDouble(-3_000, 3_000);
      double sigma = random.nextInt(3) * 200;
      ServicePolicy policy = after(fresh(), 0, east(metres, sigma));
      boolean in = metres >= 0;
      long changed = Long.MIN_VALUE / 2;
      for (int k = 1; k < 200; k++) {
        metres += random.nextGaussian() * 400;
        policy = after(policy, 5L * k, east(metres, sigma));
        boolean now = !policy.isServed(0);
        if (now != in) {
          assertThat(now ? metres : -metres)
              .as("seed %s step %s", seed, k)
              .isGreaterThan(0.99 * Math.max(now ? 500 : 1_000, 3 * sigma));
          assertThat(5L * k - changed).isGreaterThanOrEqualTo(30);
          changed = 5L * k;
          in = now;
        }
      }
    }
  }

  @Test
  void c01_ofAreasThatLieInEachOtherTheSmallerIsWarnedOf() {
    BorderRule border = new BorderRule(500, 1_000, 30 * S, 5_000, WhenUnknown.KEEP);
    PolicyRules rules =
        new PolicyRules(
            new AreaTable(
                List.of(
                    new ServiceArea("dark", null, Shapes.box(-1, 10, 1, 11), null, border),
                    new ServiceArea("lit", null, Shapes.box(-20, -20, 20, 40), null, border))),
            List.of(
                Decision.of("d", Effect.RESTRICT, new Scope.InArea("dark"), 0, Decision.OPEN, 1),
                Decision.of("l", Effect.ENABLE, new Scope.InArea("lit"), 0, Decision.OPEN, 2)),
            true);
    ServicePolicy policy = after(fresh().at(rules, 0), 0, east(-3_500, 0));
    assertThat(policy.verdict(0).decision()).isEqualTo("l");
    EdgeWarning warning = Objects.requireNonNull(policy.warning(east(-3_500, 0)));
    assertThat(warning.area()).isEqualTo("dark");
    assertThat(warning.beyond().decision()).isEqualTo("d");
  }

  @Test
  void c02_aBorderThatRunsAslantFarNorthIsAsFarAsItsNearestPoint() {
    AreaShape wedge = AreaShape.of(Shapes.ring(60, 0, 61, 2, 60, 2));
    double lat = 60.7;
    double lon = 0.9;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= 10_000; i++) {
      double north = (60 + i / 10_000.0 - lat) * M_PER_DEG;
      double east = (2 * i / 10_000.0 - lon) * M_PER_DEG * Math.cos(Math.toRadians(lat));
      nearest = Math.min(nearest, Math.hypot(north, east));
    }
    assertThat(
            BorderDistance.metres(
                wedge, Math.round(lat * Nanodegrees.DEGREE), Math.round(lon * Nanodegrees.DEGREE)))
        .isCloseTo(nearest, within(1.0));
  }

  @Test
  void c03_whoBeginsToMoveIsHeldWhereItStood_andWhoMovesAlreadyStays() {
    ServicePolicy policy = fresh();
    assertThat(policy.held(0)).as("it stands").isNull();
    ServicePolicy moving = policy.moving(List.of(0));
    assertThat(Objects.requireNonNull(moving.held(0)).areas()).isEmpty();
    assertThat(moving.moving(List.of(0))).isSameAs(moving);
    ServicePolicy inside = after(fresh(), 0, east(10, 0));
    assertThat(Objects.requireNonNull(inside.held(0)).areas()).containsExactly("dark");
    assertThat(inside.moving(List.of(0)).held(0)).isEqualTo(inside.held(0));
    // Its first fix is near the border: it is held to be outside, where it stood.
    assertThat(after(moving, 15, east(100, 0)).isServed(0)).isTrue();
  }

  @Test
  void c04_withoutRulesAllAreServedAsConsumers() {
    ServicePolicy open =
        ServicePolicy.open(
            RandomWorld.sites(List.of(new Subject("t0", 0, 0, null, ServiceClass.RELIEF))));
    assertThat(open.terminals()).isEqualTo(1);
    assertThat(open.servesAll()).isTrue();
    assertThat(open.subjects().serviceClass(0)).isEqualTo(ServiceClass.CONSUMER);
  }

  @Test
  void c05_patienceCountsFromWhenItsPlaceWasKnownLast() {
    Fix lost = new Fix(0, null);
    ServicePolicy open =
        ServicePolicy.of(
            new PolicyRules(new AreaTable(List.of(DARK)), List.of(), true),
            RandomWorld.table(List.of(new Subject("t0", 0, 0, null, ServiceClass.CONSUMER))),
            0);
    ServicePolicy policy = after(open, 5_000, east(5_000, 0));
    assertThat(after(policy, 5_899, lost).isServed(0)).isTrue();
    assertThat(after(policy, 5_900, lost).reason(0)).isEqualTo(ReasonCode.UNKNOWN_LOCATION);
  }

  @Test
  void c06_aHolesBorderIsABorderToo() {
    AreaShape pierced = Shapes.withHole(Shapes.boxRing(0, 0, 10, 10), Shapes.boxRing(4, 4, 6, 6));
    assertThat(BorderDistance.metres(pierced, 5 * Nanodegrees.DEGREE, 7 * Nanodegrees.DEGREE))
        .isCloseTo(M_PER_DEG * Math.cos(Math.toRadians(5)), within(5.0));
  }

  @Test
  void c07_ofBordersFarNorthAndSouthNobodyIsWarned() {
    for (double lat : new double[] {50, -50}) {
      Fix far = new Fix(0, new Fix.Place(Math.toRadians(lat), Math.toRadians(10), 0, null));
      assertThat(after(fresh(), 0, far).warning(far)).isNull();
    }
  }

  @Test
  void c08_whoStoodInAnAreaBeginsToMoveInIt() {
    ServicePolicy standing =
        ServicePolicy.of(
            RULES,
            RandomWorld.table(
                List.of(new Subject("t0", 0, Math.toRadians(10.5), null, ServiceClass.CONSUMER))),
            0);
    ServicePolicy moving = standing.moving(List.of(0));
    assertThat(Objects.requireNonNull(moving.held(0)).areas()).containsExactly("dark");
    assertThat(after(moving, 15, east(-100, 0)).isServed(0)).as("too near").isFalse();
  }
}
