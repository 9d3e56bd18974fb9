package org.orbweaver.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.time.Utc;

/** Sidereal time against published values. */
class A01_EarthRotationTest {
  @ParameterizedTest
  @CsvSource({
    // Vallado, Fundamentals of Astrodynamics and Applications, example 3-5.
    "1992-08-20T12:14:00Z, 152.578787810",
    // The constant of the definition itself, 18 h 41 min 50.54841 s.
    "2000-01-01T12:00:00Z, 280.460618375",
    // Meeus, Astronomical Algorithms, examples 12.a and 12.b: 13 h 10 min 46.3668 s, 8 h 34 min
    // 57.0896 s.
    "1987-04-10T00:00:00Z, 197.693195",
    "1987-04-10T19:21:00Z, 128.7378733"
  })
  void publishedValuesAreReached(String ut1, double degrees) {
    assertThat(Math.toDegrees(EarthRotation.gmstRad(Utc.parseNs(ut1))))
        .isEqualTo(degrees, within(1e-6));
  }

  @Test
  void theEarthTurnsOnceInASiderealDay() {
    long startNs = Utc.parseNs("2026-05-21T00:00:00Z");
    long siderealDayNs = 86_164_090_530_833L;
    for (int day = 0; day < 365; day++) {
      assertThat(EarthRotation.gmstRad(startNs + day * siderealDayNs))
          .isEqualTo(EarthRotation.gmstRad(startNs), within(1e-7));
    }
  }

  @Test
  void theAngleIsSmoothAndWithinOneTurn() {
    long startNs = Utc.parseNs("1969-12-31T12:00:00Z");
    double before = EarthRotation.gmstRad(startNs);
    for (int minute = 1; minute < 3 * 1_440; minute++) {
      double now = EarthRotation.gmstRad(startNs + minute * 60L * Utc.NS_PER_S);
      assertThat(now).isBetween(0.0, Math.nextDown(2 * Math.PI));
      double step = now - before + (now < before ? 2 * Math.PI : 0);
      assertThat(step).isEqualTo(60 * 7.292115855e-5, within(1e-10));
      before = now;
    }
  }
}
