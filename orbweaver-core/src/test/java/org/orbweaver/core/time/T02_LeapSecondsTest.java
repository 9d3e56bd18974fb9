package org.orbweaver.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TAI − UTC as the IERS announced it. */
class T02_LeapSecondsTest {
  @ParameterizedTest
  @CsvSource({
    "1957-10-04T19:28:34Z, 10",
    "1972-01-01T00:00:00Z, 10",
    "1972-06-30T23:59:59.999999999Z, 10",
    "1972-07-01T00:00:00Z, 11",
    "1980-01-01T00:00:00Z, 19",
    "1999-01-01T00:00:00Z, 32",
    "2005-12-31T23:59:59Z, 32",
    "2006-01-01T00:00:00Z, 33",
    "2016-12-31T23:59:59.999999999Z, 36",
    "2017-01-01T00:00:00Z, 37",
    "2026-05-21T00:00:00Z, 37"
  })
  void publishedOffsetsHold(String utc, int seconds) {
    assertThat(LeapSeconds.taiMinusUtcSAt(Utc.parseNs(utc))).isEqualTo(seconds);
  }

  @Test
  void theTableRunsFrom10SecondsIn1972To37SecondsIn2017() {
    assertThat(LeapSeconds.rows()).isEqualTo(28);
    assertThat(LeapSeconds.start(0)).isEqualTo(LocalDate.of(1972, 1, 1));
    assertThat(LeapSeconds.start(27)).isEqualTo(LocalDate.of(2017, 1, 1));
    assertThat(LeapSeconds.taiMinusUtcS(27)).isEqualTo(37);
  }

  @Test
  void twoSecondsOfTimePassFromTheLastSecondOf2016ToTheFirstOf2017() {
    assertThat(
            LeapSeconds.elapsedNs(
                Utc.parseNs("2016-12-31T23:59:59Z"), Utc.parseNs("2017-01-01T00:00:00Z")))
        .isEqualTo(2 * Utc.NS_PER_S);
    assertThat(
            LeapSeconds.elapsedNs(
                Utc.parseNs("2017-01-01T00:00:00Z"), Utc.parseNs("2016-12-31T23:59:59Z")))
        .isEqualTo(-2 * Utc.NS_PER_S);
  }

  @Test
  void taiGoesBackToUtc_roundEveryLeap() {
    for (int row = 0; row < LeapSeconds.rows(); row++) {
      long startNs = Utc.parseNs(LeapSeconds.start(row) + "T00:00:00Z");
      for (long offsetNs : new long[] {-2 * Utc.NS_PER_S, -1, 0, 1, 40 * Utc.NS_PER_S}) {
        long unixNs = startNs + offsetNs;
        assertThat(LeapSeconds.unixNs(LeapSeconds.taiNs(unixNs))).isEqualTo(unixNs);
      }
    }
  }

  @Test
  void theLeapSecondItselfIsTheSecondAfterIt() {
    long newYearNs = Utc.parseNs("2017-01-01T00:00:00Z");
    long duringNs = LeapSeconds.taiNs(newYearNs) - Utc.NS_PER_S / 2;
    assertThat(LeapSeconds.unixNs(duringNs)).isEqualTo(newYearNs + Utc.NS_PER_S / 2);
  }
}
