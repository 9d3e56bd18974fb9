package org.orbweaver.core.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.schedule.HighestElevation;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.core.schedule.Scheduler;

/** Four terminals near one satellite, and one that no satellite sees. */
class F01_EqualShareTest {
  private static final double[] PLENTY = {1e9, 1e9, 1e9, 1e9, 1e9};

  @Test
  void a01_aTerminalsOwnLimit() {
    double[] limit = {100e6, 200e6, 300e6, 400e6, 500e6};
    assertThat(new EqualShare(1e9, 1e10, 1e10).rates(schedule(), limit))
        .containsExactly(100e6, 200e6, 300e6, 400e6, 0);
  }

  @Test
  void a02_theBeam() {
    assertThat(new EqualShare(50e6, 1e10, 1e10).rates(schedule(), PLENTY))
        .containsExactly(50e6, 50e6, 50e6, 50e6, 0);
  }

  @Test
  void a03_theSatelliteIsDividedByFour() {
    assertThat(new EqualShare(1e9, 400e6, 1e10).rates(schedule(), PLENTY))
        .containsExactly(100e6, 100e6, 100e6, 100e6, 0);
  }

  @Test
  void a04_theFeederLinkIsDividedByFour() {
    assertThat(new EqualShare(1e9, 1e10, 200e6).rates(schedule(), PLENTY))
        .containsExactly(50e6, 50e6, 50e6, 50e6, 0);
  }

  private static Schedule schedule() {
    Snapshot sky = Skies.satellites(new double[] {50, 10, 550});
    SiteTable terminals =
        Skies.sites(
            new double[] {50, 10},
            new double[] {50, 11},
            new double[] {51, 10},
            new double[] {49, 10},
            new double[] {-50, 10});
    SiteTable ground = Skies.sites(new double[] {50, 9});
    double[] mask = new double[5];
    Arrays.fill(mask, Math.toRadians(25));
    LinkLimits limits = new LinkLimits(mask, Double.POSITIVE_INFINITY, 0);
    SkyIndex index = new SkyIndex(sky);
    return new Scheduler(
            terminals,
            limits,
            new HighestElevation(),
            8,
            new int[] {8},
            new int[5],
            new GroundFibre(ground, ground, 2e8, 1.4))
        .schedule(
            sky,
            sky,
            index,
            GatewayReach.of(InView.of(sky, index, ground, limits), LaserLinks.of(sky, List.of())),
            null);
  }
}
