package org.orbweaver.core.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a round trip takes beside propagation, as quantiles and as a process. */
class F05_AccessDelayTest {
  private static final AccessDelay ACCESS = AccessDelay.of(4.6, 20.3, 0.54, 0, 0.7);
  private static final long SLOT_NS = 15_000_000_000L;

  @Test
  void a01_medianAndTailStandOnTopOfPropagationAndProcessing() {
    AccessDelay.Quantiles rtt = ACCESS.over(8e-3, 2);
    assertThat(rtt.p50Ms()).isCloseTo(8 + 2 * 0.7 + 20.3, within(1e-9));
    assertThat(rtt.p05Ms()).isCloseTo(9.4 + 4.6 + 15.7 * Math.exp(-1.6449 * 0.54), within(1e-3));
    assertThat(rtt.p95Ms() - rtt.p50Ms()).isGreaterThan(3 * (rtt.p50Ms() - rtt.p05Ms()) / 2);
  }

  @Test
  void a02_fullerCellsStretchWhatStandsAboveTheFloor() {
    AccessDelay full = AccessDelay.of(4.6, 20.3, 0.54, 0.5, 0.7);
    assertThat(full.accessS(0)).isCloseTo(1e-3 * (4.6 + 2 * 15.7), within(1e-12));
    assertThat(full.floorS()).isEqualTo(ACCESS.floorS());
  }

  @Test
  void a03_theSumOfTheNormalDistributionIsThePublishedTable() {
    // Abramowitz and Stegun, table 26.1.
    assertThat(Normal.below(0)).isCloseTo(0.5, within(1e-7));
    assertThat(Normal.below(1)).isCloseTo(0.8413447461, within(1e-7));
    assertThat(Normal.below(-2)).isCloseTo(0.0227501319, within(1e-7));
    assertThat(Normal.below(1.6448536269514722)).isCloseTo(0.95, within(1e-7));
  }

  @Test
  void a04_aMixtureOfOnePathIsThatPath_andOfManyLiesBetweenThem() {
    assertThat(1e3 * ACCESS.mixedS(new double[] {8e-3}, 0.5)).isCloseTo(28.3, within(1e-4));
    double[] two = {8e-3, Double.NaN, 48e-3};
    assertThat(1e3 * ACCESS.mixedS(two, 0.5)).isBetween(28.3, 68.3);
    assertThat(1e3 * ACCESS.mixedS(two, 0.05)).isBetween(12.6, 28.3);
    assertThat(ACCESS.mixedS(new double[] {Double.NaN}, 0.5)).isNaN();
  }

  @Test
  void b01_theProcessHasTheDistributionThatItDrawsFrom() {
    DelayProcess process = new DelayProcess(ACCESS, 7);
    double[] ms = new double[40_000];
    for (int k = 0; k < ms.length; k++) {
      long at = k * 7_919_000_000L;
      ms[k] = 1e3 * process.roundTripS(k % 50, at - at % SLOT_NS, at, 0);
    }
    Arrays.sort(ms);
    AccessDelay.Quantiles exact = ACCESS.over(0, 0);
    assertThat(ms[ms.length / 20]).isCloseTo(exact.p05Ms(), within(0.5));
    assertThat(ms[ms.length / 2]).isCloseTo(exact.p50Ms(), within(0.5));
    assertThat(ms[ms.length * 19 / 20]).isCloseTo(exact.p95Ms(), within(1.5));
  }

  @Test
  void b02_nearMomentsAreAlike_distantOnesOfASlotLess_otherSlotsNotAtAll() {
    DelayProcess process = new DelayProcess(ACCESS, 7);
    assertThat(correlation(process, 1_000_000L, false)).isGreaterThan(0.95);
    assertThat(correlation(process, 3_000_000_000L, false)).isCloseTo(0.6, within(0.05));
    assertThat(correlation(process, 3_000_000_000L, true)).isCloseTo(0, within(0.05));
  }

  private static double correlation(DelayProcess process, long apartNs, boolean otherSlot) {
    int n = 20_000;
    double sum = 0;
    for (int k = 0; k < n; k++) {
      long slot = k * SLOT_NS;
      sum +=
          process.z(3, slot, slot + 5_000_000_000L)
              * process.z(3, otherSlot ? slot + SLOT_NS : slot, slot + 5_000_000_000L + apartNs);
    }
    return sum / n;
  }

  @Test
  void b03_theSameSeedTheSameDelays_anotherTerminalOthers() {
    DelayProcess a = new DelayProcess(ACCESS, 7);
    DelayProcess b = new DelayProcess(ACCESS, 7);
    long at = 1_780_000_000_123_456_789L;
    assertThat(a.upS(4, at, at, 3)).isEqualTo(b.upS(4, at, at, 3));
    assertThat(a.upS(5, at, at, 3)).isNotEqualTo(a.upS(4, at, at, 3));
    assertThat(a.upS(4, at, at, 3) + a.downS(4, at, at, 3))
        .isCloseTo(a.roundTripS(4, at, at, 3), within(1e-12));
  }
}
