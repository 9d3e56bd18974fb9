package org.orbweaver.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.core.time.Utc;

/** The one door to positions: near and far, sound and broken elements, from any thread. */
class A06_EphemerisTest {
  private static final long T = RandomElements.EPOCH_NS;
  private static final long HOUR_NS = 3_600 * Utc.NS_PER_S;
  private static final double GEO_RAD_PER_S = 7.292115855e-5;
  private static final MeanElements GEO = orbit("GEO", GEO_RAD_PER_S, 0.0002, 0.001);
  private static final MeanElements LEO = orbit("LEO", 0.0011, 0.0005, 0.92);

  @Test
  void noSatellites_noPositions() {
    Ephemeris none = Ephemeris.of(List.of());
    assertThat(none.size()).isZero();
    assertThat(none.at(T).size()).isZero();
    assertThatThrownBy(none::medianEpochNs).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aGeostationarySatelliteStandsStill() {
    Ephemeris ephemeris = Ephemeris.of(List.of(GEO));
    Snapshot first = ephemeris.at(T);
    for (int hour = 1; hour <= 24; hour++) {
      Snapshot later = ephemeris.at(T + hour * HOUR_NS);
      double movedM = Math.hypot(first.xM(0) - later.xM(0), first.yM(0) - later.yM(0));
      assertThat(movedM).isLessThan(100e3);
    }
    assertThat(Math.hypot(first.xM(0), first.yM(0))).isEqualTo(42_164e3, within(30e3));
  }

  @Test
  void earthFixedIsTemeTurnedByTheSiderealTime_nearAndFar() {
    Ephemeris ephemeris = Ephemeris.of(List.of(LEO, GEO));
    Snapshot fixed = ephemeris.at(T + HOUR_NS);
    double gmstRad = EarthRotation.gmstRad(T + HOUR_NS);
    for (int i = 0; i < 2; i++) {
      double[] teme = Teme.of(ephemeris.elements(i), T + HOUR_NS).positionM();
      double lonRad = Math.atan2(teme[1], teme[0]) - gmstRad;
      double equatorialM = Math.hypot(teme[0], teme[1]);
      assertThat(fixed.xM(i)).isEqualTo(equatorialM * Math.cos(lonRad), within(1e-6));
      assertThat(fixed.yM(i)).isEqualTo(equatorialM * Math.sin(lonRad), within(1e-6));
      assertThat(fixed.zM(i)).isEqualTo(teme[2], within(1e-6));
    }
  }

  @Test
  void brokenElementsHaveNoPosition_andTheOthersAreTheSameBitForBit() {
    List<MeanElements> sound = RandomElements.of(20, 6);
    List<MeanElements> broken =
        List.of(
            orbit("hyperbola", 0.0011, 1.2, 1),
            orbit("parabola", 0.0011, 1, 1),
            orbit("negative eccentricity", 0.0011, -0.1, 1),
            orbit("no motion", 0, 0.001, 1),
            orbit("backwards", -0.0011, 0.001, 1),
            orbit("not a number", Double.NaN, 0.001, 1),
            orbit("infinitely tilted", 0.0011, 0.001, Double.POSITIVE_INFINITY),
            orbit("inside the Earth", 0.01, 0.001, 1),
            orbit("beyond the Moon", 1e-9, 0.5, 1),
            new MeanElements("ages ago", 1, "", Long.MIN_VALUE, 0.0011, 0, 0, 1, 0, 0, 0, 0));
    List<MeanElements> mixed = new ArrayList<>();
    for (int i = 0; i < sound.size(); i++) {
      mixed.add(sound.get(i));
      mixed.add(broken.get(i % broken.size()));
    }
    Snapshot alone = Ephemeris.of(sound).at(T);
    Snapshot together = Ephemeris.of(mixed).at(T);
    for (int i = 0; i < sound.size(); i++) {
      assertThat(together.isValid(2 * i)).isTrue();
      assertThat(together.xM(2 * i)).isEqualTo(alone.xM(i));
      assertThat(together.yM(2 * i)).isEqualTo(alone.yM(i));
      assertThat(together.zM(2 * i)).isEqualTo(alone.zM(i));
      assertThat(together.xM(2 * i + 1)).as(mixed.get(2 * i + 1).name()).isNaN();
      assertThat(together.yM(2 * i + 1)).isNaN();
      assertThat(together.zM(2 * i + 1)).isNaN();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE})
  void atTheEndsOfTimeThereIsNoPosition(long unixNs) {
    Snapshot snapshot = Ephemeris.of(List.of(LEO, GEO)).at(unixNs);
    assertThat(snapshot.isValid(0)).isFalse();
    assertThat(snapshot.isValid(1)).isFalse();
    assertThat(snapshot.zM(1)).isNaN();
  }

  @Test
  void nineDigitCatalogueNumbersFlyInDeepSpaceToo() {
    MeanElements named =
        new MeanElements("N", 799_999_999, "", T, GEO_RAD_PER_S, 0, 0.0002, 0.001, 0, 0, 0, 0);
    Snapshot snapshot = Ephemeris.of(List.of(named, GEO)).at(T);
    assertThat(snapshot.xM(0)).isEqualTo(snapshot.xM(1));
  }

  @Test
  void theListIsCopied_andTheCallersArraysAreChecked() {
    List<MeanElements> list = new ArrayList<>(List.of(LEO, GEO));
    Ephemeris ephemeris = Ephemeris.of(list);
    list.clear();
    assertThat(ephemeris.size()).isEqualTo(2);
    double[] room = new double[3];
    ephemeris.positions(T, room, new double[2], new double[2]);
    assertThat(room[0]).isEqualTo(ephemeris.at(T).xM(0));
    assertThat(room[2]).isZero();
    assertThatThrownBy(() -> ephemeris.positions(T, new double[1], room, room))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 satellites");
  }

  @Test
  void theMedianEpochIsTheMiddleOne_theEarlierOfTwo() {
    assertThat(Ephemeris.of(List.of(epoch(30), epoch(10), epoch(20))).medianEpochNs())
        .isEqualTo(20);
    assertThat(Ephemeris.of(List.of(epoch(40), epoch(10), epoch(30), epoch(20))).medianEpochNs())
        .isEqualTo(20);
    assertThat(Ephemeris.of(List.of(epoch(40), epoch(10))).epochNs(0)).isEqualTo(40);
  }

  @Test
  void theSameInstantGivesTheSameBits_whateverCameBefore_onAnyThread() throws Exception {
    List<MeanElements> elements = new ArrayList<>(RandomElements.of(200, 7));
    elements.add(GEO);
    for (ValladoCases.Case deep : A04_DeepSpaceTest.deepSpace().toList()) {
      elements.add(deep.elements());
    }
    Ephemeris ephemeris = Ephemeris.of(elements);
    int instants = 60;
    long[] hashes = new long[instants];
    for (int k = 0; k < instants; k++) {
      hashes[k] = bits(ephemeris.at(instant(k)));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Callable<long[]> backwards =
          () -> {
            long[] seen = new long[instants];
            for (int k = instants - 1; k >= 0; k--) {
              seen[k] = bits(ephemeris.at(instant(k)));
            }
            return seen;
          };
      for (Future<long[]> seen : threads.invokeAll(List.of(backwards, backwards))) {
        assertThat(seen.get()).isEqualTo(hashes);
      }
    }
  }

  private static long instant(int k) {
    return T + k * 7L * HOUR_NS;
  }

  private static long bits(Snapshot snapshot) {
    long hash = 0;
    for (int i = 0; i < snapshot.size(); i++) {
      hash = 31 * hash + Double.doubleToLongBits(snapshot.xM(i));
      hash = 31 * hash + Double.doubleToLongBits(snapshot.yM(i));
      hash = 31 * hash + Double.doubleToLongBits(snapshot.zM(i));
    }
    return hash;
  }

  private static MeanElements epoch(long epochNs) {
    return new MeanElements("E", 0, "", epochNs, 0.0011, 0, 0, 1, 0, 0, 0, 0);
  }

  private static MeanElements orbit(
      String name, double meanMotionRadPerS, double eccentricity, double inclinationRad) {
    return new MeanElements(
        name, 0, "", T, meanMotionRadPerS, 0, eccentricity, inclinationRad, 0, 0, 0, 0);
  }

  @Test
  void sharesTogetherAreAllPositions_atOtherTimesToo() {
    List<MeanElements> elements = RandomElements.of(2_700, 5);
    Ephemeris ephemeris = Ephemeris.of(elements);
    assertThat(ephemeris.shares()).isGreaterThan(2);
    for (long unixNs : new long[] {T, T + 7_200L * Utc.NS_PER_S, Long.MAX_VALUE}) {
      Snapshot all = ephemeris.at(unixNs);
      double[][] p = new double[3][elements.size()];
      for (int share = ephemeris.shares() - 1; share >= 0; share--) {
        ephemeris.positions(share, unixNs, p[0], p[1], p[2]);
      }
      double[][] expected = new double[3][elements.size()];
      Arrays.setAll(expected[0], all::xM);
      Arrays.setAll(expected[1], all::yM);
      Arrays.setAll(expected[2], all::zM);
      assertThat(p[0]).containsExactly(expected[0]);
      assertThat(p[1]).containsExactly(expected[1]);
      assertThat(p[2]).containsExactly(expected[2]);
    }
  }
}
