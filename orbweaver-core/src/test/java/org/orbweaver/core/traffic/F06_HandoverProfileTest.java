package org.orbweaver.core.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a change of satellite does to packets, as profiles and as a process. */
class F06_HandoverProfileTest {
  private static final long SLOT_NS = 15_000_000_000L;
  private static final long MS = 1_000_000;

  @Test
  void a01_nothingHappensWithoutLoss() {
    HandoverProcess process = new HandoverProcess(HandoverProfile.lossless(), 1);
    assertThat(process.gapEndNs(3, SLOT_NS)).isEqualTo(process.gapStartNs(3, SLOT_NS));
    assertThat(process.isInGap(3, SLOT_NS, SLOT_NS)).isFalse();
    assertThat(process.upShare(3, SLOT_NS, SLOT_NS)).isEqualTo(1);
    assertThat(process.profile().loss()).isZero();
  }

  @Test
  void a02_anActiveLinkHoldsFromTheBoundary_onlyWhereTheSatelliteChanges() {
    HandoverProfile profile = HandoverProfile.queued(100 * MS);
    HandoverProcess process = new HandoverProcess(profile, 1);
    assertThat(process.gapStartNs(3, SLOT_NS)).isEqualTo(SLOT_NS);
    assertThat(process.gapEndNs(3, SLOT_NS)).isEqualTo(SLOT_NS + 100 * MS);
    assertThat(profile.lost()).isFalse();
    assertThat(profile.appliesTo(true)).isTrue();
    assertThat(profile.appliesTo(false)).isFalse();
    assertThat(HandoverProfile.bentPipe(100 * MS).loss()).isEqualTo(0.025);
  }

  @Test
  void a03_theRateDipsForHalfASecond_byAnotherShareEachTime() {
    HandoverProcess process = new HandoverProcess(HandoverProfile.queued(0), 1);
    double[] shares =
        IntStream.range(0, 2000)
            .mapToDouble(k -> process.upShare(5, k * SLOT_NS, k * SLOT_NS + 100 * MS))
            .sorted()
            .toArray();
    assertThat(shares[0]).isBetween(0.45, 0.46);
    assertThat(shares[1999]).isBetween(0.81, 0.82);
    assertThat(shares[1000]).isCloseTo(0.635, within(0.02));
    assertThat(process.upShare(5, SLOT_NS, SLOT_NS + 499 * MS))
        .isEqualTo(process.upShare(5, SLOT_NS, SLOT_NS));
    assertThat(process.upShare(5, SLOT_NS, SLOT_NS + 500 * MS)).isEqualTo(1);
    assertThat(process.upShare(5, SLOT_NS, SLOT_NS - 1)).isEqualTo(1);
  }

  @Test
  void a04_anIdleTerminalOverLasersLosesHalfASecondAroundEachBoundary() {
    HandoverProcess process = new HandoverProcess(HandoverProfile.hard(), 1);
    double[] lead =
        IntStream.range(0, 5000)
            .mapToDouble(k -> (k * SLOT_NS - process.gapStartNs(2, k * SLOT_NS)) / 1e6)
            .toArray();
    double[] gap =
        IntStream.range(0, 5000)
            .mapToDouble(
                k -> (process.gapEndNs(2, k * SLOT_NS) - process.gapStartNs(2, k * SLOT_NS)) / 1e6)
            .toArray();
    assertThat(mean(lead)).isCloseTo(156, within(1.0));
    assertThat(mean(gap)).isCloseTo(520, within(1.0));
    // As told of them: 0.16 ± 0.05 s before the boundary, 0.50 to 0.54 s long.
    assertThat(Arrays.stream(lead)).allMatch(ms -> ms >= 132 && ms <= 180);
    assertThat(Arrays.stream(gap)).allMatch(ms -> ms >= 496 && ms <= 544);
    assertThat(spread(lead)).isCloseTo(24 / Math.sqrt(3), within(0.5));
    assertThat(spread(gap)).isCloseTo(24 / Math.sqrt(3), within(0.5));
    assertThat(process.profile().appliesTo(false)).isTrue();
    assertThat(process.isInGap(2, SLOT_NS, SLOT_NS)).isTrue();
    assertThat(process.isInGap(2, SLOT_NS, SLOT_NS + 500 * MS)).isFalse();
    assertThat(new HandoverProcess(HandoverProfile.hard(), 1).gapStartNs(2, SLOT_NS))
        .isEqualTo(process.gapStartNs(2, SLOT_NS));
    assertThat(new HandoverProcess(HandoverProfile.hard(), 2).gapStartNs(2, SLOT_NS))
        .isNotEqualTo(process.gapStartNs(2, SLOT_NS));
  }

  @Test
  void a05_asMeasured() throws IOException {
    String given = System.getenv("ORBWEAVER_DATA");
    Path data =
        (given == null ? Path.of("..", "..", "shared", "data") : Path.of(given))
            .resolve("calibration/isl_inactive_dish_outages_2024-08-12.csv");
    Assumptions.assumeTrue(Files.isReadable(data), "no measured gaps: " + data + " is absent");
    // The second gap of a boundary begins where the first one ends; see hard().
    double[][] rows =
        Files.readAllLines(data).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(c -> new double[] {Double.parseDouble(c[1]), Double.parseDouble(c[3])})
            .filter(row -> beforeBoundaryMs(row[0]) > 0)
            .toArray(double[][]::new);
    double[] lead = Arrays.stream(rows).mapToDouble(row -> beforeBoundaryMs(row[0])).toArray();
    double[] gap = Arrays.stream(rows).mapToDouble(row -> row[1]).toArray();
    HandoverProfile hard = HandoverProfile.hard();
    assertThat(rows).hasNumberOfRows(10);
    assertSeen(hard.leadNs(), hard.leadSpreadNs(), lead);
    assertSeen(hard.gapNs(), hard.gapSpreadNs(), gap);
  }

  /** From the least that was seen to the most, and the mean within its error. */
  private static void assertSeen(long middleNs, long spreadNs, double[] measuredMs) {
    Arrays.sort(measuredMs);
    assertThat((middleNs - spreadNs) / 1e6).isCloseTo(measuredMs[0], within(1.5));
    assertThat((middleNs + spreadNs) / 1e6)
        .isCloseTo(measuredMs[measuredMs.length - 1], within(1.5));
    assertThat(middleNs / 1e6)
        .isCloseTo(mean(measuredMs), within(spread(measuredMs) / Math.sqrt(10)));
  }

  /** Slots begin at 12, 27, 42 and 57 seconds. */
  private static double beforeBoundaryMs(double secondInMinute) {
    double past = (secondInMinute + 3) % 15;
    return 1e3 * (past > 7.5 ? 15 - past : -past);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double spread(double[] values) {
    double mean = mean(values);
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
  }
}
