package org.orbweaver.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.geometry.SiteTable;

/** Orders to sweep in: places, rows and rings of rows; and who grows beside whom. */
class D02_SweepOrderTest {
  @Test
  void a01_planesInAShellAreRowsInARing() {
    SweepOrder order =
        new SweepOrder(6, List.of(List.of(new int[] {0, 1}, new int[] {3, 2}, new int[] {4})));
    assertThat(order.rows()).isEqualTo(3);
    assertThat(order.rings()).isEqualTo(1);
    assertThat(order.satellite(2)).isEqualTo(3);
    assertThat(order.place(3)).isEqualTo(2);
    assertThat(order.row(2)).isEqualTo(1);
    assertThat(order.next(2)).isEqualTo(3);
    assertThat(order.next(3)).isEqualTo(2);
    assertThat(order.next(4)).isEqualTo(4);
    assertThat(order.east(1)).isEqualTo(2);
    assertThat(order.east(2)).isEqualTo(0);
  }

  @Test
  void a02_whoIsInNoPlaneComesLastAndIsInNoRow() {
    SweepOrder order = new SweepOrder(4, List.of(List.of(new int[] {2, 1})));
    assertThat(order.places()).isEqualTo(4);
    assertThat(order.place(0)).isEqualTo(2);
    assertThat(order.place(3)).isEqualTo(3);
    assertThat(order.row(2)).isEqualTo(-1);
    assertThat(order.row(3)).isEqualTo(-1);
  }

  @Test
  void a03_ringsFollowEachOther_emptyOnesAndEmptyPlanesAreLeftOut() {
    SweepOrder order =
        new SweepOrder(
            5,
            List.of(
                List.of(),
                List.of(new int[] {0}, new int[] {}, new int[] {1}),
                List.of(new int[] {}),
                List.of(new int[] {2}, new int[] {3}, new int[] {4})));
    assertThat(order.rings()).isEqualTo(2);
    assertThat(order.rows()).isEqualTo(5);
    assertThat(order.firstRow(1)).isEqualTo(2);
    assertThat(order.endRow(1)).isEqualTo(5);
    assertThat(order.east(1)).isEqualTo(0);
    assertThat(order.east(4)).isEqualTo(2);
  }

  @Test
  void a04_aSatelliteNamedTwiceKeepsItsFirstPlace() {
    SweepOrder order =
        new SweepOrder(3, List.of(List.of(new int[] {1, 0}, new int[] {0, 2}, new int[] {1})));
    assertThat(order.rows()).isEqualTo(2);
    assertThat(IntStream.range(0, 3).map(order::satellite)).containsExactly(1, 0, 2);
  }

  @Test
  void b01_lengthsAreWholeEighthsOfAMetre_neverNone() {
    assertThat(Ticks.ofM(1000.06)).isEqualTo(8000);
    assertThat(Ticks.ofM(1000.07)).isEqualTo(8001);
    assertThat(Ticks.ofM(0)).isEqualTo(1);
    assertThat(Ticks.toM(8001)).isEqualTo(1000.125);
    assertThat(Ticks.toFs(Ticks.ofM(299_792.458)))
        .isCloseTo(Delay.ofSeconds(0.001), within(1_000_000L));
    assertThat(Ticks.ofFs(Delay.ofSeconds(0.1))).isEqualTo(Ticks.ofM(29_979_245.8));
    assertThat(Ticks.toFs(Ticks.UNREACHABLE)).isEqualTo(Delay.UNREACHABLE_FS);
    assertThat(Ticks.ofM(1e12)).isEqualTo(Ticks.ABSENT);
    assertThat(Ticks.ofM(Double.NaN)).isEqualTo(Ticks.ABSENT);
    assertThat(Ticks.ofM(Double.POSITIVE_INFINITY)).isEqualTo(Ticks.ABSENT);
  }

  @Test
  void c01_neighboursGrowSideBySide() {
    double[][] places = new double[40][];
    for (int i = 0; i < places.length; i++) {
      // Odd ones near Auckland, even ones near Berlin.
      places[i] = i % 2 == 0 ? new double[] {52 + 0.1 * i, 13} : new double[] {-37, 174 - 0.1 * i};
    }
    SiteTable sites = new SiteTable(names(40), Skies.points(places));
    int[] order = SourceOrder.byPlace(sites);
    assertThat(IntStream.of(order).sorted().toArray()).isEqualTo(SourceOrder.asNumbered(40));
    assertThat(IntStream.of(order).limit(16)).allMatch(source -> source % 2 == 0);
    assertThat(IntStream.of(order).skip(24)).allMatch(source -> source % 2 == 1);
    assertThat(SourceOrder.byPlace(sites)).isEqualTo(order);
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "site-" + i).toList();
  }
}
