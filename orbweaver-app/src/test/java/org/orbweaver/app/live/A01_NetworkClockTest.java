package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
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

  @Test
  void a10_runsFasterOrNotAtAll_fromWhereItIs() {
    NetworkClock clock = NetworkClock.startingAt(time, MAY_NS);
    time.pass(2 * S);
    clock.run(10);
    assertThat(clock.nowNs()).isEqualTo(MAY_NS + 2 * S);
    time.pass(3 * S);
    assertThat(clock.nowNs()).isEqualTo(MAY_NS + 32 * S);
    clock.run(0);
    time.pass(100 * S);
    assertThat(clock.nowNs()).isEqualTo(MAY_NS + 32 * S);
    clock.run(0.5);
    time.pass(4 * S);
    assertThat(clock.nowNs()).isEqualTo(MAY_NS + 34 * S);
  }

  @Test
  void a11_carrierTimeGoesOnAtTheMachinesRate() {
    NetworkClock clock = NetworkClock.startingAt(time, MAY_NS);
    assertThat(clock.carrierNs()).isEqualTo(MAY_NS);
    clock.run(4);
    time.pass(5 * S);
    assertThat(clock.carrierNs()).isEqualTo(MAY_NS + 5 * S);
    assertThat(clock.networkNs(clock.carrierNs())).isEqualTo(MAY_NS + 20 * S);
    assertThat(clock.carrierNs(MAY_NS + 24 * S)).as("four seconds on").isEqualTo(MAY_NS + 6 * S);
    clock.run(0);
    time.pass(S);
    assertThat(clock.carrierNs()).isEqualTo(MAY_NS + 6 * S);
    assertThat(clock.networkNs(clock.carrierNs())).isEqualTo(MAY_NS + 20 * S);
    assertThat(clock.carrierNs(MAY_NS + 21 * S)).isEqualTo(MAY_NS + 6 * S);
  }

  @Test
  void a12_sleepsForAsLongAsItTakesAtItsRate() throws Exception {
    NetworkClock clock = NetworkClock.startingAt(time, MAY_NS);
    clock.run(10);
    clock.sleepUntil(MAY_NS + 15 * S);
    assertThat(clock.nowNs()).isEqualTo(MAY_NS + 15 * S);
    assertThat(time.monotonicNs()).isEqualTo(77 + 3 * S / 2);
    clock.sleepUntil(MAY_NS + 30 * S, () -> true);
    assertThat(clock.nowNs()).as("there is something else").isEqualTo(MAY_NS + 15 * S);
  }

  @Test
  void a13_onceAtAnotherRateTheWallClockIsNotFollowedAnyMore() throws Exception {
    NetworkClock clock = NetworkClock.ofWall(time);
    clock.run(2);
    clock.run(1);
    time.step(3600 * S);
    clock.sleepUntil(NOON_NS + 5 * S);
    assertThat(clock.nowNs()).isEqualTo(NOON_NS + 5 * S);
    assertThat(clock.takeStepNs()).isZero();
  }

  @Test
  void a14_neverGoesBackForAnyThreadWhileItsRateChanges() throws Exception {
    NetworkClock clock = NetworkClock.startingAt(MachineTime.of(InstantSource.system()), MAY_NS);
    AtomicLong latest = new AtomicLong(MAY_NS);
    AtomicBoolean over = new AtomicBoolean();
    List<Long> back = Collections.synchronizedList(new ArrayList<>());
    Thread[] readers = new Thread[2];
    for (int i = 0; i < readers.length; i++) {
      readers[i] =
          Thread.ofPlatform()
              .start(() -> {
                while (!over.get()) {
                  long before = latest.get();
                  long now = clock.nowNs();
                  if (now < before) {
                    back.add(before - now);
                  }
                  latest.accumulateAndGet(now, Math::max);
                }
              });
    }
    for (int i = 0; i < 2_000; i++) {
      clock.run(i % 2 == 0 ? 10_000 : 0);
      Thread.onSpinWait();
    }
    over.set(true);
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(back).isEmpty();
  }
}
