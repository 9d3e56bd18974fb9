package org.orbweaver.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.time.Utc;

/** Generated shells: names, order, and the geometry that SGP4 makes of them. */
class A08_WalkerShellTest {
  private static final long EPOCH_NS = Utc.parseNs("2026-05-21T00:00:00Z");

  @Test
  void satellitesAreListedPlaneByPlane_andNamesSortAsIndicesDo() {
    List<MeanElements> elements = delta(53, 550, 12, 11, 5).elements();
    assertThat(elements).hasSize(132);
    assertThat(elements).extracting(MeanElements::name).isSorted();
    assertThat(elements.get(0).name()).isEqualTo("SHELL-00-00");
    assertThat(elements.get(3 * 11 + 10).name()).isEqualTo("SHELL-03-10");
    assertThat(elements).allMatch(e -> e.noradId() == 0 && e.epochNs() == EPOCH_NS);
  }

  @Test
  void aShellOfOneIsASatellite() {
    List<MeanElements> one = delta(53, 550, 1, 1, 0).elements();
    assertThat(one).hasSize(1);
    assertThat(one.getFirst().name()).isEqualTo("SHELL-0-0");
  }

  @Test
  void deltaSpreadsItsPlanesAllRound_starOverHalf() {
    assertThat(raanStepDeg(WalkerShell.DELTA_SPREAD_RAD)).isEqualTo(60, within(0.05));
    assertThat(raanStepDeg(WalkerShell.STAR_SPREAD_RAD)).isEqualTo(30, within(0.05));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "5", "11", "131", "132", "137"})
  void aSatelliteLeadsItsWesternNeighbourByThePhasing(int phasing) {
    List<MeanElements> elements = delta(53, 550, 12, 11, phasing).elements();
    double leadDeg = (phasing * 360.0 / (12 * 11)) % 360;
    for (int plane = 0; plane + 1 < 12; plane++) {
      double west = argumentOfLatitudeDeg(elements.get(plane * 11 + 4));
      double east = argumentOfLatitudeDeg(elements.get((plane + 1) * 11 + 4));
      assertThat(Math.abs(turn(east - west - leadDeg))).isLessThan(0.1);
    }
    // Round the Earth the leads add up to whole places, so the last plane meets the first as well.
    double last = argumentOfLatitudeDeg(elements.get(11 * 11));
    double first = argumentOfLatitudeDeg(elements.get(0));
    double placeDeg = 360.0 / 11;
    double places = (first - last - leadDeg) / placeDeg;
    assertThat(places).isEqualTo(Math.rint(places), within(0.01));
  }

  @Test
  void aPlaneIsEvenlyFilled_andStaysSo() {
    List<MeanElements> elements = delta(53, 550, 3, 20, 1).elements();
    Ephemeris ephemeris = Ephemeris.of(elements);
    for (int hours : new int[] {0, 1, 24, 240}) {
      Snapshot snapshot = ephemeris.at(EPOCH_NS + hours * 3_600L * Utc.NS_PER_S);
      double expectedM = 2 * (Wgs72.EARTH_RADIUS_M + 550e3) * Math.sin(Math.PI / 20);
      for (int slot = 0; slot < 20; slot++) {
        assertThat(snapshot.distanceM(20 + slot, 20 + (slot + 1) % 20))
            .isEqualTo(expectedM, within(10e3));
      }
    }
  }

  @Test
  void offsetsTurnTheWholeShell() {
    double motion = WalkerShell.meanMotionRadPerS(550e3, 1);
    WalkerShell turned =
        new WalkerShell("T", motion, 1, 4, 4, 0, WalkerShell.DELTA_SPREAD_RAD, -0.3, -0.2, 0);
    MeanElements first = turned.elements().getFirst();
    assertThat(first.raanRad()).isEqualTo(2 * Math.PI - 0.3, within(1e-12));
    assertThat(first.meanAnomalyRad()).isEqualTo(2 * Math.PI - 0.2, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"550, 53", "340, 43", "570, 70", "560, 97.6", "1200, 87.9", "780, 86.4", "550, 5"})
  void sgp4FliesAtTheAltitudeAskedFor(double altitudeKm, double inclinationDeg) {
    MeanElements elements = delta(inclinationDeg, altitudeKm, 1, 1, 0).elements().getFirst();
    assertThat(elements.meanAltitudeM()).isEqualTo(altitudeKm * 1000, within(0.001));
    double sumM = 0;
    int steps = 2_000;
    for (int k = 0; k < steps; k++) {
      long ns = (long) (k * 10 * elements.periodS() / steps * 1e9);
      sumM += Teme.of(elements, EPOCH_NS + ns).radiusM();
    }
    double cosI = Math.cos(Math.toRadians(inclinationDeg));
    double oblatenessM =
        0.75
            * Wgs72.J2
            * Wgs72.EARTH_RADIUS_M
            * Wgs72.EARTH_RADIUS_M
            / elements.semiMajorAxisM()
            * (1 - 3 * cosI * cosI);
    double flownM = sumM / steps - Wgs72.EARTH_RADIUS_M;
    assertThat(flownM).isEqualTo(altitudeKm * 1000 + oblatenessM, within(100.0));
    assertThat(Math.abs(oblatenessM)).isLessThan(10e3);
  }

  @Test
  void aShellNeedsASatellite() {
    assertThatThrownBy(() -> delta(53, 550, 0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> delta(53, 550, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double raanStepDeg(double spreadRad) {
    List<MeanElements> elements =
        new WalkerShell(
                "S", WalkerShell.meanMotionRadPerS(550e3, 1), 1, 6, 2, 0, spreadRad, 0, 0, EPOCH_NS)
            .elements();
    double step = turn(raanDeg(elements.get(2)) - raanDeg(elements.get(0)));
    for (int plane = 1; plane < 6; plane++) {
      assertThat(turn(raanDeg(elements.get(plane * 2)) - raanDeg(elements.get(plane * 2 - 2))))
          .isEqualTo(step, within(0.05));
    }
    return step;
  }

  private static WalkerShell delta(
      double inclinationDeg, double altitudeKm, int planes, int perPlane, int phasing) {
    double inclinationRad = Math.toRadians(inclinationDeg);
    return new WalkerShell(
        "SHELL",
        WalkerShell.meanMotionRadPerS(altitudeKm * 1000, inclinationRad),
        inclinationRad,
        planes,
        perPlane,
        phasing,
        WalkerShell.DELTA_SPREAD_RAD,
        0,
        0,
        EPOCH_NS);
  }

  /** Where the flown orbit's plane crosses the equator, from its angular momentum. */
  private static double raanDeg(MeanElements elements) {
    Teme s = Teme.of(elements, EPOCH_NS);
    double hx = s.positionM()[1] * s.velocityMps()[2] - s.positionM()[2] * s.velocityMps()[1];
    double hy = s.positionM()[2] * s.velocityMps()[0] - s.positionM()[0] * s.velocityMps()[2];
    return Math.toDegrees(Math.atan2(hx, -hy));
  }

  /** Angle along the flown orbit from its ascending node. */
  private static double argumentOfLatitudeDeg(MeanElements elements) {
    Teme s = Teme.of(elements, EPOCH_NS);
    double raanRad = Math.toRadians(raanDeg(elements));
    double alongNode = s.positionM()[0] * Math.cos(raanRad) + s.positionM()[1] * Math.sin(raanRad);
    double up = s.positionM()[2] / Math.sin(elements.inclinationRad());
    return Math.toDegrees(Math.atan2(up, alongNode));
  }

  private static double turn(double degrees) {
    return degrees - 360 * Math.rint(degrees / 360);
  }
}
