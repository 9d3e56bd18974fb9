package org.orbweaver.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a filter asks of an element set: altitude, drift, period. */
class A02_MeanElementsTest {
  /** Vallado's 06251: 15.56 revolutions a day, sinking. */
  private static final MeanElements SINKING =
      ElementLines.parse(
          "1 06251U 62025E   06176.82412014  .00008885  00000-0  12808-3 0  3985",
          "2 06251  58.0579  54.0425 0030035 139.1568 221.1854 15.56387291  6774");

  @Test
  void thePeriodIsADayOverTheRevolutions_butForOblateness() {
    assertThat(SINKING.periodS()).isCloseTo(86_400 / 15.56387291, Percentage.withPercentage(0.1));
  }

  @Test
  void perigeeIsWhereThePublishedCaseSaysItIs() {
    // The case's own comment: "perigee = 377.26km".
    double perigeeKm =
        (SINKING.semiMajorAxisM() * (1 - SINKING.eccentricity()) - Wgs72.EARTH_RADIUS_M) / 1000;
    assertThat(perigeeKm).isEqualTo(377.26, within(0.005));
  }

  @Test
  void aGeostationarySatelliteIsAt35786Km() {
    MeanElements geo =
        new MeanElements("GEO", 0, "", 0, 7.292115855e-5, 0, 0.0001, 0.001, 0, 0, 0, 0);
    assertThat(geo.meanAltitudeM()).isEqualTo(35_786e3, within(3e3));
    assertThat(geo.periodS()).isEqualTo(86_164.09, within(10.0));
  }

  @Test
  void driftIsTheFallThatSgp4ItselfFlies() {
    // SGP4 takes its drag from B*, not from the printed derivative; both describe one orbit, so
    // they agree to some 20 %, while a factor of two, the trap here, would stand out.
    double fallM = meanRadiusM(SINKING, 75) - meanRadiusM(SINKING, 0);
    assertThat(SINKING.altitudeDriftMPerS() * 75 * SINKING.periodS())
        .isCloseTo(fallM, Percentage.withPercentage(25))
        .isBetween(-300.0, -200.0);
  }

  @ParameterizedTest
  @CsvSource({"550, 53", "340, 97.6", "1200, 87.9", "8000, 0", "560, 180"})
  void kozaiAndBrouwerMeanMotionsAreInverses(double altitudeKm, double inclinationDeg) {
    double semiMajorAxisM = Wgs72.EARTH_RADIUS_M + altitudeKm * 1000;
    double inclinationRad = Math.toRadians(inclinationDeg);
    double kozai = MeanMotion.kozaiRadPerS(semiMajorAxisM, 0.001, inclinationRad);
    double brouwer = MeanMotion.brouwerRadPerS(kozai, 0.001, inclinationRad);
    assertThat(MeanMotion.semiMajorAxisM(brouwer)).isEqualTo(semiMajorAxisM, within(1e-6));
  }

  /** Mean of the radius over 15 revolutions, some time after the epoch. */
  private static double meanRadiusM(MeanElements elements, int afterRevolutions) {
    double sumM = 0;
    int steps = 3_000;
    for (int k = 0; k < steps; k++) {
      double revolutions = afterRevolutions + 15.0 * k / steps;
      long ns = (long) (revolutions * elements.periodS() * 1e9);
      sumM += Teme.of(elements, elements.epochNs() + ns).radiusM();
    }
    return sumM / steps;
  }
}
