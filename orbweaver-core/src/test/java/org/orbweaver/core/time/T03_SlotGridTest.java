package org.orbweaver.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slots of 15 s that begin at :12, :27, :42 and :57. */
class T03_SlotGridTest {
  private static final SlotGrid GRID = new SlotGrid(15 * Utc.NS_PER_S, 12 * Utc.NS_PER_S);

  @ParameterizedTest
  @CsvSource({
    "2026-05-21T00:00:12Z, 2026-05-21T00:00:12Z",
    "2026-05-21T00:00:11.999999999Z, 2026-05-20T23:59:57Z",
    "2026-05-21T00:00:26.999999999Z, 2026-05-21T00:00:12Z",
    "2026-05-21T00:00:27Z, 2026-05-21T00:00:27Z",
    "2026-05-21T00:00:59Z, 2026-05-21T00:00:57Z",
    "1969-12-31T23:59:59Z, 1969-12-31T23:59:57Z"
  })
  void anInstantLiesInTheSlotThatBeganLast(String instant, String start) {
    Slot slot = GRID.at(Utc.parseNs(instant));
    assertThat(Utc.format(slot.startNs())).isEqualTo(start);
    assertThat(slot.contains(Utc.parseNs(instant))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-21T00:00:12Z, 2026-05-21T00:00:12Z",
    "2026-05-21T00:00:12.000000001Z, 2026-05-21T00:00:27Z",
    "2026-05-21T00:00:58Z, 2026-05-21T00:01:12Z"
  })
  void theNextSlotThatCanStillBeginIsAtOrAfter(String instant, String start) {
    assertThat(Utc.format(GRID.atOrAfter(Utc.parseNs(instant)).startNs())).isEqualTo(start);
  }

  @Test
  void aSlotEndsWhereTheNextBegins() {
    Slot slot = GRID.at(Utc.parseNs("2026-05-21T00:00:12Z"));
    assertThat(slot.endNs()).isEqualTo(GRID.next(slot).startNs());
    assertThat(slot.contains(slot.startNs())).isTrue();
    assertThat(slot.contains(slot.endNs())).isFalse();
    assertThat(GRID.previous(GRID.next(slot))).isEqualTo(slot);
  }

  @Test
  void indexAndStartNameTheSameSlot_onAnyGrid() {
    Random random = new Random(15);
    for (int k = 0; k < 1_000; k++) {
      SlotGrid grid =
          new SlotGrid(1 + random.nextLong(100 * Utc.NS_PER_S), random.nextLong(Utc.NS_PER_S));
      long unixNs = random.nextLong(-1L << 60, 1L << 60);
      Slot slot = grid.at(unixNs);
      assertThat(slot.contains(unixNs)).isTrue();
      assertThat(grid.of(slot.index())).isEqualTo(slot);
      assertThat(grid.at(slot.startNs())).isEqualTo(slot);
      assertThat(grid.atOrAfter(slot.startNs())).isEqualTo(slot);
      assertThat(grid.atOrAfter(slot.startNs() + 1).startNs()).isGreaterThan(slot.startNs());
    }
  }

  @Test
  void aSlotNeedsALength() {
    assertThatThrownBy(() -> new SlotGrid(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be positive");
  }
}
