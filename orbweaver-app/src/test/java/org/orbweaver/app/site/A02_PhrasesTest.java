package org.orbweaver.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.time.Utc;

/** Small parts: numbers in words, percentiles, ticks. */
class A02_PhrasesTest {
  @ParameterizedTest
  @CsvSource({
    "15, 15 s",
    "60, 1 min",
    "750, 12 min 30 s",
    "3600, 1 h",
    "11115, 3 h 5 min",
    "86400, 24 h"
  })
  void lengths(double seconds, String words) {
    assertThat(Phrases.plain(Phrases.length(seconds))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100 %",
    "0, 0 %",
    "88.264, 88.26 %",
    "99.9999, over 99.99 %",
    "0.001, under 0.01 %"
  })
  void sharesAreNeverRoundedToAllOrNothing(double percent, String words) {
    assertThat(Phrases.plain(Phrases.percent(percent))).isEqualTo(words);
  }

  @Test
  void places() {
    assertThat(Phrases.place(GeodeticPoint.ofDegrees(50.45, 30.52, 0)))
        .isEqualTo("50.45° N, 30.52° E");
    assertThat(Phrases.place(GeodeticPoint.ofDegrees(-33.8688, 208.79, 19)))
        .isEqualTo("33.8688° S, 151.21° W, 19 m");
  }

  @Test
  void percentilesAreValuesThatOccurred_andAbsentValuesDoNotCount() {
    double[] values = {5, Double.NaN, 1, 4, 2, 3};
    Spread spread = Spread.of(values.length, k -> values[k]);
    assertThat(spread).isEqualTo(new Spread(1, 3, 5, 5));
    assertThat(Spread.of(1, k -> Double.NaN).median()).isNaN();
    double[] hundred = new double[100];
    for (int k = 0; k < 100; k++) {
      hundred[k] = 100 - k;
    }
    assertThat(Spread.of(100, k -> hundred[k])).isEqualTo(new Spread(1, 50, 95, 100));
  }

  @Test
  void sharesAreOfAllSlotsGreatestFirst() {
    String[] used = {"b", null, "a", "b"};
    assertThat(Share.of(4, k -> used[k]))
        .containsExactly(new Share("b", 2, 50), new Share("a", 1, 25));
  }

  @Test
  void ticksAreRoundAndFew() {
    long from = Utc.parseNs("2026-05-21T00:00:12Z");
    TimeTicks day = TimeTicks.of(from, from + 86_400 * Utc.NS_PER_S);
    assertThat(day.momentsNs().stream().map(day::label))
        .containsExactly("03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "05-22");
    TimeTicks week = TimeTicks.of(from, from + 7 * 86_400 * Utc.NS_PER_S);
    assertThat(week.momentsNs()).hasSizeBetween(4, 9);
    assertThat(TimeTicks.of(from, from + 45 * Utc.NS_PER_S).momentsNs()).isEmpty();
    for (double greatest : List.of(0.03, 9.0, 28.1, 250.0, 1e5)) {
      assertThat(Math.ceil(greatest / TimeTicks.step(greatest, 3))).isBetween(1.0, 4.0);
    }
  }
}
