package org.orbweaver.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.forwarding.Node.Kind;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.geometry.Wgs84;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.link.PlusGrid;
import org.orbweaver.core.link.Topology;
import org.orbweaver.core.orbit.Snapshot;

/** Shortest paths of a moment, each as one readable line. */
class G01_InstantRoutesTest {
  private static final SiteTable TERMINALS =
      Skies.sites(new double[] {50, 10}, new double[] {50, 45}, new double[] {50, 11});
  private static final SiteTable NONE = Skies.sites();

  @Test
  void a01_twoTerminalsUnderOneSatellite() {
    Snapshot sky = Skies.satellites(new double[] {50, 10, 550});
    InstantRoutes routes = routes(sky, List.of(), NONE, NONE);
    Path path = Objects.requireNonNull(routes.path(terminal(0), terminal(2)));
    assertThat(line(path)).isEqualTo("t0>s0>t2");
    double lengthM =
        TERMINALS.rangeM(0, sky.xM(0), sky.yM(0), sky.zM(0))
            + TERMINALS.rangeM(2, sky.xM(0), sky.yM(0), sky.zM(0));
    assertThat(path.rttMs()).isCloseTo(2e3 * lengthM / Wgs84.SPEED_OF_LIGHT_M_PER_S, within(1e-9));
  }

  @Test
  void a02_lasersLeadOn() {
    assertThat(line(threeInARow(true, NONE, NONE).path(terminal(0), terminal(1))))
        .isEqualTo("t0>s0>s1>s2>t1");
  }

  @Test
  void a03_terminalsNeverRelay() {
    // Terminal c sees both satellites, and yet a and b are not connected through it.
    Snapshot sky = Skies.satellites(new double[] {50, 6, 550}, new double[] {50, 16, 550});
    SiteTable sites =
        Skies.sites(new double[] {50, 0}, new double[] {50, 22}, new double[] {50, 11});
    InstantRoutes routes = routes(sky, sites, List.of(), NONE, NONE);
    assertThat(line(routes.path(terminal(0), terminal(2)))).isEqualTo("t0>s0>t2");
    assertThat(line(routes.path(terminal(2), terminal(1)))).isEqualTo("t2>s1>t1");
    assertThat(routes.path(terminal(0), terminal(1))).isNull();
  }

  @Test
  void a04_gatewaysDoRelay() {
    SiteTable gateways = Skies.sites(new double[] {50, 27});
    Snapshot sky = Skies.satellites(new double[] {50, 14, 1200}, new double[] {50, 41, 1200});
    assertThat(line(routes(sky, List.of(), gateways, NONE).path(terminal(0), terminal(1))))
        .isEqualTo("t0>s0>g0>s1>t1");
  }

  @Test
  void a05_fromATerminalToAPopAndBack() {
    SiteTable gateways = Skies.sites(new double[] {50, 47});
    SiteTable pops = Skies.sites(new double[] {50, 48}, new double[] {40, 48});
    InstantRoutes routes = threeInARow(true, gateways, pops);
    assertThat(line(routes.path(terminal(0), new Node(Kind.POP, 1))))
        .isEqualTo("t0>s0>s1>s2>g0>p1");
    assertThat(line(routes.path(new Node(Kind.POP, 1), terminal(0))))
        .isEqualTo("p1>g0>s2>s1>s0>t0");
    assertThat(line(routes.path(new Node(Kind.POP, 0), new Node(Kind.POP, 1)))).isEqualTo("p0>p1");
  }

  @Test
  void a06_betweenSatellites() {
    InstantRoutes routes = threeInARow(true, NONE, NONE);
    assertThat(line(routes.path(satellite(2), satellite(0)))).isEqualTo("s2>s1>s0");
    assertThat(line(routes.path(satellite(2), satellite(2)))).isEqualTo("s2");
  }

  @Test
  void a07_noWay() {
    InstantRoutes routes = threeInARow(false, NONE, NONE);
    assertThat(routes.path(terminal(0), terminal(1))).isNull();
    assertThat(routes(Skies.satellites(), List.of(), NONE, NONE).path(terminal(0), terminal(1)))
        .isNull();
  }

  @Test
  void a08_ofEqualPathsTheSmallerIndex() {
    Snapshot twins = Skies.satellites(new double[] {50, 10, 550}, new double[] {50, 10, 550});
    assertThat(line(routes(twins, List.of(), NONE, NONE).path(terminal(0), terminal(2))))
        .isEqualTo("t0>s0>t2");
  }

  private static InstantRoutes threeInARow(boolean lasers, SiteTable gateways, SiteTable pops) {
    Snapshot sky =
        Skies.satellites(
            new double[] {50, 10, 550}, new double[] {50, 28, 550}, new double[] {50, 45, 550});
    PlusGrid grid = new PlusGrid(0, 1, 3, 0, true, 0, 2e6, 80e3);
    return routes(sky, lasers ? List.of(grid) : List.of(), gateways, pops);
  }

  private static InstantRoutes routes(
      Snapshot sky, List<PlusGrid> lasers, SiteTable gateways, SiteTable pops) {
    return routes(sky, TERMINALS, lasers, gateways, pops);
  }

  private static InstantRoutes routes(
      Snapshot sky,
      SiteTable terminals,
      List<PlusGrid> lasers,
      SiteTable gateways,
      SiteTable pops) {
    SkyIndex index = new SkyIndex(sky);
    Topology topology =
        new Topology(
            index, InView.of(sky, index, gateways, limits(gateways)), LaserLinks.of(sky, lasers));
    GroundFibre fibre = new GroundFibre(gateways, pops, 2e8, 1.4);
    return new InstantRoutes(
        sky,
        InView.of(sky, index, terminals, limits(terminals)),
        topology,
        new PathDelay(terminals, gateways, fibre),
        Outages.NONE);
  }

  private static LinkLimits limits(SiteTable sites) {
    double[] mask = new double[sites.size()];
    Arrays.fill(mask, Math.toRadians(25));
    return new LinkLimits(mask, Double.POSITIVE_INFINITY, 0);
  }

  private static Node terminal(int index) {
    return new Node(Kind.TERMINAL, index);
  }

  private static Node satellite(int index) {
    return new Node(Kind.SATELLITE, index);
  }

  private static String line(@Nullable Path path) {
    return Objects.requireNonNull(path).nodes().stream()
        .map(n -> n.kind().name().toLowerCase(Locale.ROOT).charAt(0) + "" + n.index())
        .collect(Collectors.joining(">"));
  }
}
