package org.orbweaver.app.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Into which stretches the time ahead is cut. */
final class A03_StretchesTest {
  private static final long MS = 1_000_000;
  private static final long SLOT_NS = 90 * MS;
  private static final long LONGEST_NS = 50 * MS;
  private static final long AHEAD_NS = 400 * MS;

  /** Network time is so much ahead of the machine's. */
  private static final long OFFSET_NS = 1_000_000 * MS;

  private record Stretch(long fromNs, long untilNs, long offsetNs) {
    long lengthNs() {
      return untilNs - fromNs;
    }

    boolean isWithinSlot() {
      return Math.floorDiv(fromNs + offsetNs, SLOT_NS)
          == Math.floorDiv(untilNs - 1 + offsetNs, SLOT_NS);
    }
  }

  private final List<Stretch> told = new ArrayList<>();
  private final Stretches stretches =
      new Stretches(
          () -> System.nanoTime() + OFFSET_NS,
          carrierNs -> Math.floorDiv(carrierNs, SLOT_NS) * SLOT_NS + SLOT_NS,
          LONGEST_NS);

  private void tell() {
    stretches.tell(
        (fromNs, offsetNs) -> Long.MAX_VALUE,
        (fromNs, untilNs, offsetNs) -> told.add(new Stretch(fromNs, untilNs, offsetNs)));
  }

  private void assertWithoutGaps() {
    for (int i = 1; i < told.size(); i++) {
      assertThat(told.get(i).fromNs()).isEqualTo(told.get(i - 1).untilNs());
    }
  }

  @Test
  void a01_theyFollowEachOtherWithoutGaps_fromThePresentToAWhileAhead() {
    long beganNs = System.nanoTime();
    stretches.beginAnew();
    tell();
    assertThat(told.getFirst().fromNs()).isGreaterThanOrEqualTo(beganNs);
    assertThat(told.getLast().untilNs()).isGreaterThanOrEqualTo(beganNs + AHEAD_NS);
    assertThat(told).allMatch(s -> s.lengthNs() > 0 && s.lengthNs() <= LONGEST_NS);
    tell();
    assertWithoutGaps();
  }

  @Test
  void a02_noneReachesOverTheEndOfASlot() {
    stretches.beginAnew();
    tell();
    // One that begins just before the end of a slot has the shortest length all the same.
    assertThat(told)
        .hasSizeGreaterThan((int) (AHEAD_NS / LONGEST_NS))
        .allMatch(s -> s.isWithinSlot() || s.lengthNs() == Stretches.EDGE_NS + 1);
  }

  @Test
  void a03_whatEndsSoonerEndsThem_butNeverAtOnce() {
    stretches.beginAnew();
    List<Long> lengths = new ArrayList<>();
    stretches.tell(
        (fromNs, offsetNs) -> lengths.isEmpty() ? fromNs : fromNs + 20 * MS,
        (fromNs, untilNs, offsetNs) -> lengths.add(untilNs - fromNs));
    assertThat(lengths.getFirst()).isEqualTo(Stretches.EDGE_NS + 1);
    assertThat(lengths).allMatch(ns -> ns <= 20 * MS);
  }

  @Test
  void a04_whoHasNotLookedForLongDoesNotTellOfAllThatTime() {
    tell();
    assertThat(told.getFirst().fromNs()).isGreaterThan(System.nanoTime() - 60_000 * MS);
    assertThat(told.size()).isLessThan(1_000);
  }
}
