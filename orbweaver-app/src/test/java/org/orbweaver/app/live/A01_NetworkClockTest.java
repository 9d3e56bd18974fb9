package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orbweaver.core.time.Utc;

final class A01_NetworkClockTest {
  private static final long S = 1_000_000_000L;
  private static final long NOON_NS = Utc.parseNs("2026-11-22T12:00:00Z");
  private static final long MAY_NS = Utc.parseNs("2026-05-21T01:40:00Z");

  private final FakeTime time = new FakeTime(NOON_NS);

  @Test
  void a01_followsTheWallClockWhereTheNetworkStartsNow() {
    NetworkClock clock = NetworkClock.ofWall(time);
    assertThat(clock.nowNs()).isEqualTo(NOON_NS);
    time.pass(3 * S);
    assertThat(clock.nowNs()).isEqualTo(NOON_NS + 3 * S);
  }

  @Test
  void a02_startsAtTheScenariosInstantAndRunsOnAtTheSameRate() {
    NetworkClock clock = NetworkClock.startingAt(time, MAY_NS);
    assertThat(clock.nowNs()).isEqualTo(MAY_NS);
    time.pass(20 * S);
    assertThat(clock.nowNs()).isEqualTo(MAY_NS + 20 * S);
  }

  @Test
  void a03_sleepsUntilAnInstantAndNotAtAllUntilOneThatIsPast() throws Exception {
    NetworkClock clock = NetworkClock.ofWall(time);
    clock.sleepUntil(NOON_NS + 15 * S);
    assertThat(clock.nowNs()).isEqualTo(NOON_NS + 15 * S);
    clock.sleepUntil(NOON_NS + 2 * S);
    assertThat(clock.nowNs()).isEqualTo(NOON_NS + 15 * S);
    assertThat(clock.takeStepNs()).isZero();
  }

  @Test
  void a04_followsAStepForwardAndTellsOfItOnce() throws Exception {
    NetworkClock clock = NetworkClock.ofWall(time);
    time.step(3600 * S);
    assertThat(clock.nowNs()).as("until it looks").isEqualTo(NOON_NS);
    clock.sleepUntil(NOON_NS + S);
    assertThat(clock.nowNs()).isEqualTo(NOON_NS + 3600 * S);
    assertThat(clock.takeStepNs()).isEqualTo(3600 * S);
    assertThat(clock.takeStepNs()).isZero();
  }

  @Test
  void a05_noticesAStepWhileItSleeps() throws Exception {
    FakeTime stepping =
        new FakeTime(NOON_NS) {
          @Override
          public void sleepNs(long ns) throws InterruptedException {
            super.sleepNs(ns);
            if (monotonicNs() > 77 + 3 * S && monotonicNs() < 77 + 5 * S) {
              step(60 * S);
            }
          }
        };
    NetworkClock clock = NetworkClock.ofWall(stepping);
    clock.sleepUntil(NOON_NS + 15 * S);
    assertThat(stepping.monotonicNs()).as("woken early").isLessThan(77 + 6 * S);
    assertThat(clock.nowNs()).isGreaterThan(NOON_NS + 60 * S);
  }

  @Test
  void a06_neverGoesBackWhenTheWallClockDoes() throws Exception {
    NetworkClock clock = NetworkClock.ofWall(time);
    time.pass(10 * S);
    time.step(-7200 * S);
    clock.sleepUntil(NOON_NS + 12 * S);
    assertThat(clock.nowNs()).isEqualTo(NOON_NS + 12 * S);
    assertThat(clock.takeStepNs()).isEqualTo(-7200 * S);
    clock.sleepUntil(NOON_NS + 13 * S);
    assertThat(clock.nowNs()).as("goes on from there").isEqualTo(NOON_NS + 13 * S);
    assertThat(clock.takeStepNs()).as("told once").isZero();
  }

  @Test
  void a07_aStepBackThatIsUndoneChangesNothing() throws Exception {
    NetworkClock clock = NetworkClock.ofWall(time);
    time.step(-60 * S);
    clock.sleepUntil(NOON_NS + S);
    time.step(60 * S);
    clock.sleepUntil(NOON_NS + 2 * S);
    assertThat(clock.nowNs()).isEqualTo(NOON_NS + 2 * S);
    assertThat(time.wallNs()).isEqualTo(clock.nowNs());
  }

  @Test
  void a08_ignoresSmallCorrections() throws Exception {
    NetworkClock clock = NetworkClock.ofWall(time);
    time.step(S / 10);
    clock.sleepUntil(NOON_NS + S);
    assertThat(clock.nowNs()).isEqualTo(NOON_NS + S);
    assertThat(clock.takeStepNs()).isZero();
  }

  @Test
  void a09_aNetworkOfAnotherTimeHasNoWallClockToFollow() throws Exception {
    NetworkClock clock = NetworkClock.startingAt(time, MAY_NS);
    time.step(3600 * S);
    clock.sleepUntil(MAY_NS + 5 * S);
    time.step(-7200 * S);
    clock.sleepUntil(MAY_NS + 9 * S);
    assertThat(clock.nowNs()).isEqualTo(MAY_NS + 9 * S);
    assertThat(clock.takeStepNs()).isZero();
  }
}
