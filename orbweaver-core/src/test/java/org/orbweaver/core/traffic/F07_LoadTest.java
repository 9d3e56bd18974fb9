package org.orbweaver.core.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.MeanElements;

/** From subscribers and satellites to what a terminal may expect at an hour. */
class F07_LoadTest {
  private static final double REACH_M = 940e3;
  private static final BackgroundLoad DOWN = new BackgroundLoad(500e6, 0.79, 0.58, 0.74);
  private static final long NOON_NS = 1_779_321_600_000_000_000L;

  @Test
  void a01_satellitesCrowdWhereTheirOrbitsTurn() {
    double[] density = LatitudeBands.relativeDensity(satellites(53, 100), 90);
    // Of the time in a band of latitude l, 1 / √(sin² i − sin² l) beside its mean.
    assertThat(density[45]).isCloseTo(2 / Math.PI / Math.sin(Math.toRadians(53)), within(1e-3));
    assertThat(density[70]).isGreaterThan(2 * density[45]);
    assertThat(density[75]).isZero();
    double mean = 0;
    for (int b = 0; b < 90; b++) {
      mean +=
          density[b]
              * (Math.sin(Math.toRadians(2 * b - 88)) - Math.sin(Math.toRadians(2 * b - 90)))
              / 2;
    }
    assertThat(mean).isCloseTo(1, within(1e-12));
  }

  @Test
  void a02_supplyIsOneWhereSatellitesAreAsDenseAsInTheMeanAndNobodyElseIs() {
    LoadMap polar = new LoadMap(satellites(90, 100), List.of(), REACH_M, 60_000);
    // A polar shell: density 2 / (π cos l), which is 1 at 50.5 degrees.
    assertThat(polar.logSupply(place(50.5, 10))).isCloseTo(0, within(0.03));
    assertThat(polar.logSupply(place(0, 179.9))).isCloseTo(Math.log(2 / Math.PI), within(0.02));
    assertThat(polar.logSupply(place(0, -179.9))).isCloseTo(Math.log(2 / Math.PI), within(0.02));
    assertThat(polar.logSupply(place(90, 0))).isGreaterThan(1);
    LoadMap low = new LoadMap(satellites(43, 100), List.of(), REACH_M, 60_000);
    assertThat(low.logSupply(place(-89, 0))).isEqualTo(Math.log(1e-3));
  }

  @Test
  void a03_neighboursWithinTwiceTheReachTakeSomeOfIt() {
    double alone = map(List.of()).logSupply(place(10, 20));
    double beside = map(List.of(at(12, 22, 500_000))).logSupply(place(10, 20));
    double farther = map(List.of(at(20, 20, 500_000))).logSupply(place(10, 20));
    double beyond = map(List.of(at(35, 20, 500_000))).logSupply(place(10, 20));
    assertThat(beside).isLessThan(farther);
    assertThat(farther).isLessThan(alone);
    assertThat(beyond).isEqualTo(alone);
    // Where a satellite that reaches the place reaches them as well, a third is left.
    assertThat(Math.exp(beside - alone)).isCloseTo(Math.pow(1 + 500 / 60.0, -0.5), within(0.25));
  }

  @Test
  void a04_theMapIsWhatCountingCellByCellGives() {
    Random random = new Random(7);
    List<Subscribers> subscribers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      subscribers.add(at(180 * random.nextDouble() - 90, 360 * random.nextDouble() - 180, 1e5));
    }
    Ephemeris shell = satellites(53, 20);
    LoadMap map = new LoadMap(shell, subscribers, REACH_M, 60_000);
    double[] density = LatitudeBands.relativeDensity(shell, 90);
    for (double[] middle : new double[][] {{51, 11}, {-1, 179}, {-31, -179}, {67, 1}}) {
      double sum = 0;
      double area = 0;
      for (int row = 0; row < 90; row++) {
        for (int column = 0; column < 180; column++) {
          GeodeticPoint cell = place(2 * row - 89, 2 * column - 179);
          if (angle(cell, middle) <= REACH_M / 6_371_000) {
            double demand = 0;
            for (Subscribers s : subscribers) {
              boolean near =
                  angle(cell, new double[] {Math.toDegrees(s.latRad()), Math.toDegrees(s.lonRad())})
                      <= REACH_M / 6_371_000;
              demand += near ? s.count() : 0;
            }
            sum += Math.cos(cell.latRad()) * density[row] / Math.sqrt(1 + demand / 60_000);
            area += Math.cos(cell.latRad());
          }
        }
      }
      double expected = Math.log(Math.max(1e-3, sum / area));
      assertThat(map.logSupply(place(middle[0], middle[1]))).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void a05_ratesAreSharedWithOthersAndSpreadAroundTheirMedian() {
    RateQuantiles day = DOWN.ofDay(0);
    assertThat(day.p50Bps()).isCloseTo(500e6 / 1.79, within(1.0));
    assertThat(day.p20Bps()).isLessThan(day.p50Bps());
    assertThat(day.p80Bps()).isGreaterThan(day.p50Bps()).isLessThan(500e6);
    assertThat(DOWN.ofDay(1).p50Bps()).isGreaterThan(day.p50Bps());
    assertThat(DOWN.mixedBps(new double[] {0}, 0.2)).isCloseTo(day.p20Bps(), within(1e3));
    assertThat(DOWN.mixedBps(new double[] {0}, 0.8)).isCloseTo(day.p80Bps(), within(1e3));
    assertThat(DOWN.mixedBps(new double[] {-1, 1}, 0.5))
        .isBetween(DOWN.ofDay(-1).p50Bps(), DOWN.ofDay(1).p50Bps());
    assertThat(DOWN.mixedBps(new double[0], 0.5)).isNaN();
    BackgroundLoad nobody = new BackgroundLoad(500e6, 0, 1, 0);
    assertThat(nobody.ofDay(-3).p20Bps()).isEqualTo(500e6);
  }

  @Test
  void a06_theEveningIsBusyAndTheEarlyMorningIsNot() {
    assertThat(BusyHours.factor(20.5)).isGreaterThan(1.25);
    assertThat(BusyHours.factor(5.5)).isLessThan(0.85);
    assertThat(BusyHours.factor(24)).isCloseTo(BusyHours.factor(0), within(1e-12));
    // As measured: 35 Mbit/s below the median of 245 at 20 h, 28 above at 5 h.
    double atSupply = -Math.log((500 / 245.417 - 1) / 0.79) / 0.58;
    assertThat(DOWN.ofHour(atSupply, 20.5).p50Bps()).isCloseTo(211e6, within(6e6));
    assertThat(DOWN.ofHour(atSupply, 5.5).p50Bps()).isCloseTo(274e6, within(6e6));
    assertThat(BusyHours.solarHour(0, NOON_NS)).isEqualTo(0);
    assertThat(BusyHours.solarHour(Math.toRadians(-90), NOON_NS)).isEqualTo(18);
    assertThat(BusyHours.solarHour(Math.toRadians(90), NOON_NS)).isEqualTo(6);
  }

  @Test
  void a07_drawsHaveTheSpreadOfTheHourAndHoldForAQuarter() {
    LoadMap map = map(List.of(at(50, 8, 1e5)));
    LoadModel drawn = new LoadModel(map, DOWN, DOWN, true, 1);
    LoadModel median = new LoadModel(map, DOWN, DOWN, false, 1);
    GeodeticPoint berlin = place(52.5, 13.4);
    double sum = 0;
    double squares = 0;
    int draws = 4000;
    for (int k = 0; k < draws; k++) {
      long atNs = NOON_NS + k * LoadModel.HOLDS_NS;
      double log = Math.log(drawn.others(false, berlin, atNs) / median.others(false, berlin, atNs));
      assertThat(drawn.others(false, berlin, atNs + LoadModel.HOLDS_NS - 1))
          .isEqualTo(drawn.others(false, berlin, atNs));
      sum += log / draws;
      squares += log * log / draws;
    }
    assertThat(sum).isCloseTo(0, within(0.04));
    assertThat(Math.sqrt(squares)).isCloseTo(DOWN.spreadWithinHour(), within(0.03));
    assertThat(drawn.others(true, berlin, NOON_NS)).isEqualTo(drawn.others(false, berlin, NOON_NS));
    assertThat(new LoadModel(map, DOWN, DOWN, true, 2).others(false, berlin, NOON_NS))
        .isNotEqualTo(drawn.others(false, berlin, NOON_NS));
  }

  @Test
  void a08_tariffsBesideOthersAskForWhatTheseLeave() {
    Tariffs plain = new Tariffs(new double[] {1, 1, 2}, new double[] {400e6, 100e6, 400e6});
    Tariffs beside = plain.beside(t -> 1.0, DOWN);
    assertThat(beside.demandBps(beside.of(0))).isCloseTo(250e6, within(2e6));
    assertThat(beside.demandBps(beside.of(1))).isEqualTo(100e6);
    assertThat(beside.weight(beside.of(2))).isEqualTo(2);
    assertThat(beside.others(beside.of(2))).isCloseTo(1, within(0.01));
    assertThat(beside.limited(t -> t == 0, 1e6).others(0)).isCloseTo(1, within(0.01));
  }

  private static double angle(GeodeticPoint a, double[] b) {
    return Math.acos(
        Math.clamp(
            Math.sin(a.latRad()) * Math.sin(Math.toRadians(b[0]))
                + Math.cos(a.latRad())
                    * Math.cos(Math.toRadians(b[0]))
                    * Math.cos(a.lonRad() - Math.toRadians(b[1])),
            -1,
            1));
  }

  private static LoadMap map(List<Subscribers> subscribers) {
    return new LoadMap(satellites(53, 10), subscribers, REACH_M, 60_000);
  }

  private static Subscribers at(double latDeg, double lonDeg, double count) {
    return new Subscribers(Math.toRadians(latDeg), Math.toRadians(lonDeg), count);
  }

  private static GeodeticPoint place(double latDeg, double lonDeg) {
    return GeodeticPoint.ofDegrees(latDeg, lonDeg, 0);
  }

  private static Ephemeris satellites(double inclinationDeg, int count) {
    List<MeanElements> elements = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      elements.add(
          new MeanElements(
              "s" + s,
              0,
              "",
              NOON_NS,
              2 * Math.PI * 15.06 / 86_400,
              0,
              1e-7,
              Math.toRadians(inclinationDeg),
              0,
              0,
              2 * Math.PI * s / count,
              0));
    }
    return Ephemeris.of(elements);
  }
}
