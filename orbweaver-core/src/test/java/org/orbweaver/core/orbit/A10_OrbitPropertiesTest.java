package org.orbweaver.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.time.Utc;

/** What must hold of any orbit, over random ones by seed. */
class A10_OrbitPropertiesTest {
  private static final long T = RandomElements.EPOCH_NS;

  @Test
  void energyRadiusAndInclinationAreThoseOfTheElements() {
    for (MeanElements e : RandomElements.of(500, 10)) {
      Teme state = Teme.of(e, T);
      double a = e.semiMajorAxisM();
      double energy =
          state.speedMps() * state.speedMps() / 2 - Wgs72.MU_M3_PER_S2 / state.radiusM();
      assertThat(energy).isCloseTo(-Wgs72.MU_M3_PER_S2 / (2 * a), Percentage.withPercentage(0.4));
      assertThat(state.radiusM())
          .isBetween(a * (1 - e.eccentricity()) - 30e3, a * (1 + e.eccentricity()) + 30e3);
      assertThat(inclinationRad(state)).isEqualTo(e.inclinationRad(), within(2e-3));
    }
  }

  @Test
  void velocityIsTheChangeOfPosition() {
    for (MeanElements e : RandomElements.of(200, 11)) {
      double[] before = Teme.of(e, T - Utc.NS_PER_S / 2).positionM();
      double[] after = Teme.of(e, T + Utc.NS_PER_S / 2).positionM();
      double[] change = {after[0] - before[0], after[1] - before[1], after[2] - before[2]};
      assertThat(Teme.distance(change, Teme.of(e, T).velocityMps())).isLessThan(10);
    }
  }

  @Test
  void afterAPeriodTheSatelliteIsBackWithinAFewDegrees() {
    for (MeanElements e : RandomElements.of(200, 12)) {
      double[] start = Teme.of(e, T).positionM();
      double[] end = Teme.of(e, T + (long) (e.periodS() * 1e9)).positionM();
      assertThat(Teme.distance(start, end)).isLessThan(0.05 * e.semiMajorAxisM());
    }
  }

  @Test
  void soundElementsHavePositionsForDays() {
    List<MeanElements> high =
        RandomElements.of(2_000, 13).stream()
            .filter(e -> e.semiMajorAxisM() * (1 - e.eccentricity()) > 6_378e3 + 350e3)
            .toList();
    assertThat(high).hasSizeGreaterThan(1_500);
    Ephemeris ephemeris = Ephemeris.of(high);
    for (int hours = -72; hours <= 72; hours += 8) {
      Snapshot snapshot = ephemeris.at(T + hours * 3_600L * Utc.NS_PER_S);
      for (int i = 0; i < snapshot.size(); i++) {
        assertThat(snapshot.isValid(i)).as("%s after %d h", high.get(i), hours).isTrue();
      }
    }
  }

  @Test
  void whateverTheNumbers_nothingIsThrown_andThereIsAPositionOrNone() {
    Random random = new Random(14);
    List<MeanElements> wild = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      wild.add(
          new MeanElements(
              "WILD-" + i,
              random.nextInt(),
              "",
              random.nextInt(4) == 0 ? random.nextLong() : T,
              number(random, 0.0011),
              number(random, 1e-12),
              number(random, 0.3),
              number(random, 1),
              number(random, 1),
              number(random, 1),
              number(random, 1),
              number(random, 1e-4)));
    }
    Ephemeris ephemeris = Ephemeris.of(wild);
    for (long unixNs : new long[] {T, T + 1, T - 86_400 * Utc.NS_PER_S, 0, 1L << 62}) {
      Snapshot snapshot = ephemeris.at(unixNs);
      for (int i = 0; i < snapshot.size(); i++) {
        double radiusM = Math.hypot(Math.hypot(snapshot.xM(i), snapshot.yM(i)), snapshot.zM(i));
        if (snapshot.isValid(i)) {
          assertThat(radiusM).as(wild.get(i).toString()).isGreaterThan(0.99 * Wgs72.EARTH_RADIUS_M);
          assertThat(radiusM).isFinite();
        } else {
          assertThat(snapshot.yM(i)).as(wild.get(i).toString()).isNaN();
          assertThat(snapshot.zM(i)).as(wild.get(i).toString()).isNaN();
        }
      }
    }
  }

  private static double number(Random random, double usual) {
    return switch (random.nextInt(20)) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> 0;
      case 2 -> -usual;
      case 3 -> usual * Math.exp(random.nextGaussian() * 5);
      default -> usual * random.nextDouble(0.5, 2);
    };
  }

  private static double inclinationRad(Teme s) {
    double[] p = s.positionM();
    double[] v = s.velocityMps();
    double hx = p[1] * v[2] - p[2] * v[1];
    double hy = p[2] * v[0] - p[0] * v[2];
    double hz = p[0] * v[1] - p[1] * v[0];
    return Math.atan2(Math.hypot(hx, hy), hz);
  }
}
