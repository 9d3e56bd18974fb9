package org.orbweaver.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class B06_HorizonTest {
  @Test
  void a01_straightBetweenThePointsAllRound() {
    Horizon horizon = horizon(350, 10, 90, 30, 10, 20);
    assertThat(at(horizon, 350)).isCloseTo(10, within(1e-9));
    assertThat(at(horizon, 0)).isCloseTo(15, within(1e-9));
    assertThat(at(horizon, 10)).isCloseTo(20, within(1e-9));
    assertThat(at(horizon, 50)).isCloseTo(25, within(1e-9));
    assertThat(at(horizon, 220)).isCloseTo(20, within(1e-9));
    assertThat(Math.toDegrees(horizon.highestRad())).isCloseTo(30, within(1e-9));
  }

  @Test
  void a02_onePointHoldsAllRound() {
    for (int deg = 0; deg <= 360; deg += 45) {
      assertThat(at(horizon(90, 40), deg)).isCloseTo(40, within(1e-9));
    }
  }

  @Test
  void a03_whatIsBelowIsHidden() {
    Horizon horizon = horizon(0, 40);
    assertThat(horizon.hides(new LookAngle(1, Math.toRadians(39.9), 1))).isTrue();
    assertThat(horizon.hides(new LookAngle(1, Math.toRadians(40.1), 1))).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Horizon(new double[0], new double[0]));
  }

  private static double at(Horizon horizon, double deg) {
    return Math.toDegrees(horizon.elevationRad(Math.toRadians(deg)));
  }

  private static Horizon horizon(double... pairs) {
    double[] azimuth = new double[pairs.length / 2];
    double[] elevation = new double[pairs.length / 2];
    for (int k = 0; k < azimuth.length; k++) {
      azimuth[k] = Math.toRadians(pairs[2 * k]);
      elevation[k] = Math.toRadians(pairs[2 * k + 1]);
    }
    return new Horizon(azimuth, elevation);
  }
}
