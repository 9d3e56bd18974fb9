package org.orbweaver.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.geometry.Wgs84;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.DelayGraph;
import org.orbweaver.core.graph.ShortestPaths;
import org.orbweaver.core.graph.SweepOrder;
import org.orbweaver.core.graph.Ticks;
import org.orbweaver.core.graph.TreeKernel;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.PlusGrid;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.orbit.WalkerShell;
import org.orbweaver.core.time.Utc;

/** Shell 1 of most studies and sites all over the Earth, against Dijkstra's algorithm. */
class G03_HopTablesTest {
  private static final long T = Utc.parseNs("2026-05-21T00:00:00Z");
  private static final int PLANES = 72;
  private static final int PER_PLANE = 22;

  private final Ephemeris ephemeris =
      Ephemeris.of(
          new WalkerShell(
                  "A",
                  WalkerShell.meanMotionRadPerS(550e3, Math.toRadians(53)),
                  Math.toRadians(53),
                  PLANES,
                  PER_PLANE,
                  39,
                  WalkerShell.DELTA_SPREAD_RAD,
                  0,
                  0,
                  T)
              .elements());
  private final List<PlusGrid> lasers =
      List.of(new PlusGrid(0, PLANES, PER_PLANE, 0, true, 39, 5_400e3, 80e3));
  private final SiteTable sites = Skies.awkwardSites(30, 4);
  private final LinkLimits limits = limits();

  private LinkLimits limits() {
    double[] maskRad = new double[sites.size()];
    Arrays.fill(maskRad, Math.toRadians(25));
    return new LinkLimits(maskRad, Double.POSITIVE_INFINITY, 0);
  }

  private HopTables tables() {
    List<int[]> planes =
        IntStream.range(0, PLANES)
            .mapToObj(p -> IntStream.range(p * PER_PLANE, (p + 1) * PER_PLANE).toArray())
            .toList();
    return new HopTables(
        ephemeris,
        new SweepOrder(ephemeris.size(), List.of(planes)),
        lasers,
        sites,
        limits,
        TreeKernel.best());
  }

  @Test
  void a01_everyWayIsAsShortAsDijkstraSays_andLeadsThereHopByHop() {
    HopTables tables = tables();
    for (int step = 0; step < 3; step++) {
      long unixNs = T + step * 700L * Utc.NS_PER_S;
      tables.moveTo(unixNs);
      Snapshot snapshot = ephemeris.at(unixNs);
      InView views = InView.of(snapshot, new SkyIndex(snapshot), sites, limits);
      ShortestPaths paths = paths(snapshot);
      int reached = 0;
      for (int site = 0; site < sites.size(); site++) {
        paths.clear();
        for (int k = views.first(site); k < views.end(site); k++) {
          paths.source(views.satellite(k), Delay.spaceFs(views.rangeM(k)));
        }
        paths.run();
        for (int s = 0; s < snapshot.size(); s++) {
          assertThat(tables.ticks(s, site) < Ticks.UNREACHABLE).isEqualTo(paths.isReached(s));
          if (paths.isReached(s)) {
            assertThat(Ticks.toM(tables.ticks(s, site)))
                .isEqualTo(metres(paths.delayFs(s)), within(3.0));
            assertThat(followed(tables, s, site)).isEqualTo(tables.ticks(s, site));
            reached++;
          }
        }
      }
      assertThat(reached).isGreaterThan(snapshot.size());
    }
  }

  private ShortestPaths paths(Snapshot snapshot) {
    LaserLinks links = LaserLinks.of(snapshot, lasers);
    var graph = new DelayGraph.Builder(snapshot.size());
    for (int s = 0; s < snapshot.size(); s++) {
      for (int k = links.first(s); k < links.end(s); k++) {
        graph.oneWay(s, links.neighbour(k), Delay.spaceFs(links.lengthM(k)));
      }
    }
    return new ShortestPaths(graph.build());
  }

  private static double metres(long delayFs) {
    return delayFs * 1e-15 * Wgs84.SPEED_OF_LIGHT_M_PER_S;
  }

  /** Adds up what each hop takes off. */
  private static int followed(HopTables tables, int from, int site) {
    int sum = 0;
    int here = from;
    for (int next = tables.next(here, site); next >= 0; next = tables.next(here, site)) {
      int hop = tables.ticks(here, site) - tables.ticks(next, site);
      assertThat(hop).isPositive();
      sum += hop;
      here = next;
    }
    assertThat(tables.next(here, site)).isEqualTo(HopTables.LANDS_HERE);
    return sum + tables.ticks(here, site);
  }

  @Test
  void a02_fromSiteToSiteAsFarAsBack_overASatelliteOfTheShortestWay() {
    HopTables tables = tables();
    tables.moveTo(T + 60 * Utc.NS_PER_S);
    int reached = 0;
    for (int a = 0; a < sites.size(); a++) {
      assertThat(tables.ticksBetween(a, a)).isZero();
      for (int b = 0; b < sites.size(); b++) {
        assertThat(tables.ticksBetween(a, b)).isEqualTo(tables.ticksBetween(b, a));
        int first = tables.firstBetween(a, b);
        if (first >= 0) {
          assertThat(tables.ticksBetween(a, b)).isGreaterThan(tables.ticks(first, b));
          reached++;
        } else {
          assertThat(a == b || tables.ticksBetween(a, b) == Ticks.UNREACHABLE).isTrue();
        }
      }
    }
    assertThat(reached).isGreaterThan(sites.size());
  }

  @Test
  void b01_aStepLeavesNoGarbage() {
    HopTables tables = tables();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    tables.moveTo(T);
    threads.getCurrentThreadAllocatedBytes();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int step = 1; step <= 20; step++) {
      tables.moveTo(T + step * Utc.NS_PER_S);
    }
    assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 20).isLessThan(1_024);
  }
}
