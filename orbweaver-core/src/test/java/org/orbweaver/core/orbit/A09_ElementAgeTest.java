package org.orbweaver.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What old elements cost. */
class A09_ElementAgeTest {
  @ParameterizedTest
  @CsvSource({"0, 0.25, 0.4", "0.04, 0.25, 0.4", "1.3, 5.9, 30", "2, 8.3, 61", "3, 11.7, 105"})
  void measuredErrorsAreReturned(double days, double medianKm, double p90Km) {
    assertThat(ElementAge.expectedErrorKm(days * 86_400)).isEqualTo(medianKm, within(0.05));
    assertThat(ElementAge.errorP90Km(days * 86_400)).isEqualTo(p90Km, within(0.5));
    assertThat(ElementAge.expectedErrorKm(-days * 86_400)).isEqualTo(medianKm, within(0.05));
  }

  @Test
  void errorsGrowWithAge_andTheTailIsAboveTheMedian() {
    double before = 0;
    for (double ageS = 0; ageS < 10 * 86_400; ageS += 600) {
      double now = ElementAge.expectedErrorKm(ageS);
      assertThat(now).isGreaterThanOrEqualTo(before);
      assertThat(ElementAge.errorP90Km(ageS)).isGreaterThan(now);
      before = now;
    }
  }
}
