package org.orbweaver.app.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.scenario.DelaySpec;
import org.orbweaver.core.scenario.LoadSpec;

/** Small parts of the comparison. */
class A01_StatisticsTest {
  @Test
  void medianAndMean() {
    assertThat(Statistics.median(new double[] {3, 1, 2})).isEqualTo(2);
    assertThat(Statistics.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
    assertThat(Statistics.median(new double[0])).isNaN();
    assertThat(Statistics.mean(new double[] {1, 2, 6})).isEqualTo(3);
  }

  @Test
  void rankCorrelationIsOfRanksNotOfValues() {
    double[] a = {1, 2, 3, 4, 5};
    assertThat(Statistics.rankCorrelation(a, new double[] {1, 10, 100, 1000, 10_000}))
        .isCloseTo(1, within(1e-12));
    assertThat(Statistics.rankCorrelation(a, new double[] {5, 4, 3, 2, 1}))
        .isCloseTo(-1, within(1e-12));
    // 1 - 6 Σd²/(n(n²-1)) with d = 1, -1, 0, 0, 0.
    assertThat(Statistics.rankCorrelation(a, new double[] {2, 1, 3, 4, 5}))
        .isCloseTo(0.9, within(1e-12));
    assertThat(Statistics.rankCorrelation(new double[] {1, 2}, new double[] {1, 2})).isNaN();
  }

  @Test
  void datesOfFiles() {
    assertThat(Measured.date(Path.of("starlink-2024-08-23.tle.gz")))
        .isEqualTo(LocalDate.of(2024, 8, 23));
    assertThat(Measured.date(Path.of("country_latency_speed_2025-10.csv")))
        .isEqualTo(LocalDate.of(2025, 10, 15));
    assertThat(Measured.date(Path.of("shell.tle"))).isNull();
    assertThat(Measured.date(Path.of("x-2024-13-40.csv"))).isNull();
  }

  @Test
  void theDefaultsOfScenariosAreTheFittedNumbers() {
    DelaySpec delay = DelaySpec.DEFAULT;
    assertThat(delay.accessFloorMs()).isEqualTo(Fitted.value("accessFloorMs"));
    assertThat(delay.accessMedianMs()).isEqualTo(Fitted.value("accessMedianMs"));
    assertThat(delay.accessSpread()).isEqualTo(Fitted.value("accessSpread"));
    assertThat(delay.hopMs()).isEqualTo(Fitted.value("hopMs"));
  }

  @Test
  void theDefaultsOfLoadAreTheFittedNumbers() {
    LoadSpec load = LoadSpec.DEFAULT;
    assertThat(load.freeSubscribers()).isEqualTo(Fitted.value("freeSubscribers"));
    assertThat(load.peakDownMbps()).isEqualTo(Fitted.value("peakDownMbps"));
    assertThat(load.othersDown()).isEqualTo(Fitted.value("othersDown"));
    assertThat(load.steepnessDown()).isEqualTo(Fitted.value("steepnessDown"));
    assertThat(load.spreadDown()).isEqualTo(Fitted.value("spreadDown"));
    assertThat(load.peakUpMbps()).isEqualTo(Fitted.value("peakUpMbps"));
    assertThat(load.othersUp()).isEqualTo(Fitted.value("othersUp"));
    assertThat(load.steepnessUp()).isEqualTo(Fitted.value("steepnessUp"));
    assertThat(load.spreadUp()).isEqualTo(Fitted.value("spreadUp"));
  }

  @Test
  void severalSitesHaveAMeanInWhichEachCountsAlike() {
    Finding mean = Finding.mean(List.of(site(0.5, 100), site(0.9, 300)), "choice");
    assertThat(mean.name()).isEqualTo("choice");
    assertThat(mean.scores()).hasSize(1);
    assertThat(mean.scores().getFirst().model()).isCloseTo(0.7, within(1e-12));
    assertThat(mean.scores().getFirst().rows()).isEqualTo(400);
    assertThat(mean.scores().getFirst().met()).isTrue();
  }

  private static Finding site(double model, int rows) {
    Finding.Score score = new Finding.Score("top", "", rows, model, 0.4, 0.65, false);
    return new Finding("choice", "Which", "", "", List.of(), List.of(score), List.of()).of("x");
  }

  @Test
  void everyCountryHasPlaces() {
    assertThat(Places.all().stream().map(CountryPlace::country).distinct().count())
        .isGreaterThan(235);
    assertThat(Places.alpha2("DEU")).isEqualTo("DE");
    assertThat(Places.alpha2("XKX")).isEqualTo("XK");
    assertThat(Places.alpha2("QQQ")).isNull();
  }
}
