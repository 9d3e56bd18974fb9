package org.orbweaver.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.link.PlusGrid;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.orbit.WalkerShell;

/** Measured again and again, links are those that are made for a moment. */
class D04_LaserMeterTest {
  private static final WalkerShell SHELL =
      new WalkerShell("A", 0.0011, 1.2, 9, 11, 5, WalkerShell.DELTA_SPREAD_RAD, 0, 0, 0);
  private static final Ephemeris EPHEMERIS = Ephemeris.of(SHELL.elements());

  private static SweepOrder order(int planes, int perPlane) {
    List<int[]> rows = new ArrayList<>();
    for (int p = 0; p < planes; p++) {
      int[] row = new int[perPlane];
      int first = p * perPlane;
      Arrays.setAll(row, slot -> first + slot);
      rows.add(row);
    }
    return new SweepOrder(planes * perPlane, List.of(rows));
  }

  @Test
  void lengthsFollowTheSatellites_withinRangeAndClearOfTheGround() {
    Random random = new Random(4);
    for (int round = 0; round < 100; round++) {
      PlusGrid grid =
          new PlusGrid(
              0,
              9,
              11,
              random.nextInt(-3, 4),
              random.nextBoolean(),
              random.nextInt(6),
              random.nextDouble(3e6, 9e6),
              random.nextDouble(-2e6, 0.4e6));
      SweepOrder order = order(9, 11);
      LaserMeter meter = new LaserMeter(order, List.of(grid));
      for (int moment = 0; moment < 3; moment++) {
        Snapshot snapshot = EPHEMERIS.at(random.nextLong(86_400_000_000_000L));
        assertSame(measured(meter, snapshot), LaserLinks.of(snapshot, List.of(grid)), order);
      }
    }
  }

  @Test
  void aSatelliteWithoutPlaceHasNoLinks() {
    SweepOrder order = order(1, 3);
    LaserMeter meter =
        new LaserMeter(order, List.of(new PlusGrid(0, 1, 3, 0, false, 0, 1e9, -1e9)));
    double[] x = {7e6, Double.NaN, -7e6};
    SweepLinks links = meter.measure(x, x.clone(), x.clone());
    assertThat(links.ticks(links.first(0))).isEqualTo(Ticks.ABSENT);
    assertThat(links.satellite(links.first(0) + 1)).isEqualTo(2);
    assertThat(links.ticks(links.first(0) + 1)).isLessThan(Ticks.ABSENT);
  }

  private static SweepLinks measured(LaserMeter meter, Snapshot snapshot) {
    double[][] p = new double[3][snapshot.size()];
    for (int s = 0; s < snapshot.size(); s++) {
      p[0][s] = snapshot.xM(s);
      p[1][s] = snapshot.yM(s);
      p[2][s] = snapshot.zM(s);
    }
    return meter.measure(p[0], p[1], p[2]);
  }

  private static void assertSame(SweepLinks links, LaserLinks expected, SweepOrder order) {
    SweepLinks once = SweepLinks.of(order, expected);
    for (int s = 0; s < expected.satellites(); s++) {
      List<Integer> to = new ArrayList<>();
      List<Integer> ticks = new ArrayList<>();
      int place = order.place(s);
      for (int k = links.first(place); k < links.end(place); k++) {
        if (links.ticks(k) < Ticks.ABSENT) {
          to.add(links.satellite(k));
          ticks.add(links.ticks(k));
        }
      }
      List<Integer> expectedTo = new ArrayList<>();
      List<Integer> expectedTicks = new ArrayList<>();
      List<Integer> onceTicks = new ArrayList<>();
      for (int k = expected.first(s); k < expected.end(s); k++) {
        expectedTo.add(expected.neighbour(k));
        expectedTicks.add(Ticks.ofM(expected.lengthM(k)));
        onceTicks.add(once.ticks(once.first(place) + k - expected.first(s)));
      }
      assertThat(to).isEqualTo(expectedTo);
      assertThat(ticks).isEqualTo(expectedTicks);
      assertThat(onceTicks).isEqualTo(expectedTicks);
    }
  }
}
