package org.orbweaver.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The deep-space verification cases of Vallado et al. 2006, through Orekit's implementation. 20 of
 * the 24 agree within 2 mm (2e-6 km measured at worst). Of the four that were made to break
 * programs three do not, for reasons of Orekit's: 33333 (eccentricity 0.995, perigee inside the
 * Earth) is 163 km off after 15 minutes, 33335 (eccentricity 4e-7, which the paper's program raises
 * to 1e-6) 51 m, and 20413 after three and a half years 28,000 km, probably for another branch of
 * the node in the Lyddane terms.
 */
class A04_DeepSpaceTest {
  private static final double POSITION_KM = 5e-6;
  private static final double VELOCITY_KMPS = 2e-9;
  private static final Set<Integer> MADE_TO_BREAK = Set.of(30, 31, 32, 33);

  static Stream<ValladoCases.Case> deepSpace() {
    return ValladoCases.all().stream()
        .filter(ValladoCases.Case::isDeepSpace)
        .filter(c -> !MADE_TO_BREAK.contains(c.number()));
  }

  @Test
  void twentyCasesAreSoundDeepSpaceOnes() {
    assertThat(deepSpace()).hasSize(20);
  }

  @ParameterizedTest
  @MethodSource("deepSpace")
  void everyPublishedStateIsReached(ValladoCases.Case published) {
    for (ValladoCases.State state : published.states()) {
      Teme ours = Teme.of(published.elements(), published.unixNs(state.minutes()));
      assertThat(Teme.distance(ours.positionM(), state.positionM()) / 1000)
          .as("km at %s min", state.minutes())
          .isLessThan(POSITION_KM);
      assertThat(Teme.distance(ours.velocityMps(), state.velocityMps()) / 1000)
          .as("km/s at %s min", state.minutes())
          .isLessThan(VELOCITY_KMPS);
    }
  }

  @Test
  void aHyperbolicFallThroughTheEarthIsNoPosition_neverAnException() {
    ValladoCases.Case published = ValladoCases.all().get(29);
    assertThat(published.elements().noradId()).isEqualTo(33333);
    assertThat(Teme.of(published.elements(), published.unixNs(0)).isValid()).isTrue();
    assertThat(Teme.of(published.elements(), published.unixNs(25)).isValid()).isFalse();
  }

  @Test
  void anOrbitOf270YearsIsNoPosition() {
    ValladoCases.Case published = ValladoCases.all().get(30);
    assertThat(published.elements().noradId()).isEqualTo(33334);
    for (int minutes = 0; minutes < 1_440; minutes += 60) {
      assertThat(Teme.of(published.elements(), published.unixNs(minutes)).isValid()).isFalse();
    }
  }

  @Test
  void aGeostationarySatelliteOnAnAlmostPerfectCircleIsWithin100M() {
    ValladoCases.Case published = ValladoCases.all().get(31);
    assertThat(published.elements().noradId()).isEqualTo(33335);
    for (ValladoCases.State state : published.states()) {
      Teme ours = Teme.of(published.elements(), published.unixNs(state.minutes()));
      assertThat(Teme.distance(ours.positionM(), state.positionM())).isLessThan(100);
    }
  }
}
