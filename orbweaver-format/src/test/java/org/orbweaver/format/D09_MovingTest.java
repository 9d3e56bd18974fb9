package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.schedule.Candidate;

/** Terminals that move, and terminals that do not see the whole sky. */
class D09_MovingTest {
  private static final String NET =
      """
      format: orbweaver/1
      name: net
      time: { start: 2026-05-21T00:00:12Z }
      constellations:
        - name: shell
          walker:
            { altitudeKm: 550, inclinationDeg: 53, planes: 72, perPlane: 22, phasing: 39 }
      lasers: [{ constellation: shell }]
      gateways: { sites: [{ name: g, latDeg: 50, lonDeg: 9 }] }
      pops:
        sites:
          - { name: frankfurt, latDeg: 50.1, lonDeg: 8.7 }
          - { name: sofia, latDeg: 42.7, lonDeg: 23.3 }
      terminals:
        sites:
          - { name: house, latDeg: 50, lonDeg: 8 }
          - { name: bus, latDeg: 50, lonDeg: 8, track: bus.csv }
      """;

  private static final String BUS =
      """
      time_utc,lat_deg,lon_deg,alt_m
      2026-05-21T00:00:12Z,50,8,100
      2026-05-21T00:10:12Z,43,23,500
      """;

  @TempDir Path temp;

  private Network network(String bus, UnaryOperator<String> change) {
    return new Folder(temp).with("bus.csv", bus).network(change.apply(NET));
  }

  private List<String> problems(String bus, UnaryOperator<String> change) {
    return new Folder(temp).with("bus.csv", bus).problems(change.apply(NET)).lines().toList();
  }

  @Test
  void a01_aMovingTerminalIsPlannedWhereItIsAtTheStartOfTheSlot() {
    Network network = network(BUS, same -> same);
    Planner planner = new Planner(network);
    SlotPlan first = planner.plan(network.slots().at(network.startNs()), null);
    assertThat(first.terminals().point(1).lonRad()).isCloseTo(Math.toRadians(8), within(1e-12));
    assertThat(pop(network, planner, first)).isEqualTo("frankfurt");
    SlotPlan later = planner.plan(network.slots().at(network.startNs() + 540_000_000_000L), null);
    double lonDeg = Math.toDegrees(later.terminals().point(1).lonRad());
    assertThat(lonDeg).isBetween(21.0, 22.0);
    assertThat(later.terminals().point(0)).isEqualTo(first.terminals().point(0));
    assertThat(pop(network, planner, later)).isEqualTo("sofia");
    assertThat(later.schedule().satellite(1)).isNotEqualTo(later.schedule().satellite(0));
    double rangeM =
        later
            .terminals()
            .rangeM(
                1,
                later.start().xM(later.schedule().satellite(1)),
                later.start().yM(later.schedule().satellite(1)),
                later.start().zM(later.schedule().satellite(1)));
    assertThat(later.schedule().rangeM(1)).isEqualTo(rangeM);
    assertThat(new Planner(network).plan(later.slot(), null).schedule().satellite(1))
        .isEqualTo(later.schedule().satellite(1));
    assertThat(network.terminals().point(1).lonRad()).isEqualTo(Math.toRadians(8));
  }

  private static String pop(Network network, Planner planner, SlotPlan plan) {
    assertThat(plan.forwarding().homePop(1)).isEqualTo(planner.homePop(plan, 1));
    return network.pops().name(plan.forwarding().homePop(1));
  }

  @Test
  void a02_aTrackThatIsNone() {
    assertThat(problems("time_utc,lat_deg,lon_deg\n", same -> same))
        .singleElement()
        .asString()
        .contains("bus.csv", "has no places");
    assertThat(
            problems(
                "time_utc,lat_deg,lon_deg\n2026-05-21T00:00:12Z,1,2\n2026-05-21T00:00:12Z,1,3\n",
                same -> same))
        .singleElement()
        .asString()
        .contains("bus.csv:3:1", "later than in the line before");
    assertThat(problems("time_utc,lat_deg,lon_deg\nyesterday,91,2\n", same -> same)).hasSize(2);
    assertThat(problems("time_utc,lat_deg,lon_deg\nyesterday,9,2\n", same -> same))
        .singleElement()
        .asString()
        .contains("bus.csv:2:1", "yesterday");
    assertThat(problems(BUS, net -> net.replace("track: bus.csv", "track: tram.csv"))).hasSize(1);
  }

  @Test
  void a03_aHiddenSatelliteDoesNotServe() {
    Network open = network(BUS, same -> same);
    Network yard = network(BUS, net -> hidden(net, 0, 0, 180, 70));
    for (int k = 0; k < 20; k++) {
      SlotPlan plan = plan(yard, k);
      List<Candidate> seen = new Planner(yard).candidates(plan, null, 0);
      List<Candidate> all = new Planner(open).candidates(plan(open, k), null, 0);
      assertThat(seen).hasSizeLessThan(all.size());
      for (Candidate candidate : seen) {
        double azimuthDeg = Math.toDegrees(candidate.look().azimuthRad());
        double hiddenDeg = 70 * (1 - Math.abs(azimuthDeg - 180) / 180);
        assertThat(Math.toDegrees(candidate.look().elevationRad())).isGreaterThan(hiddenDeg);
      }
      assertThat(all.stream().filter(c -> !isSeen(c, seen)))
          .allMatch(c -> Math.toDegrees(c.look().elevationRad()) < 70);
      assertThat(plan.schedule().satellite(0)).isEqualTo(seen.getFirst().satellite());
    }
  }

  private static boolean isSeen(Candidate candidate, List<Candidate> seen) {
    return seen.stream().anyMatch(other -> other.satellite() == candidate.satellite());
  }

  @Test
  void a04_whereAllIsHiddenTheReasonIsSaid() {
    Network shaft = network(BUS, net -> hidden(net, 0, 90, 180, 90));
    assertThat(plan(shaft, 0).schedule().reason(0)).isEqualTo(ReasonCode.OBSTRUCTED);
    assertThat(plan(shaft, 0).schedule().reason(1)).isEqualTo(ReasonCode.SERVED);
    assertThat(new Planner(shaft).instantRoutes(shaft.startNs())).isNotNull();
  }

  @Test
  void a05_aHorizonThatIsNone() {
    assertThat(problems(BUS, net -> net.replace("{ name: house,", "{ name: house, horizon: yard,")))
        .singleElement()
        .asString()
        .contains("terminals.sites[0].horizon", "of which there are none");
    assertThat(problems(BUS, net -> hidden(net, 0, 5, 360, 5)))
        .singleElement()
        .asString()
        .contains("each direction once");
    assertThat(problems(BUS, net -> net + "  horizons: [{ name: yard, profile: [] }]\n"))
        .singleElement()
        .asString()
        .contains("at least one point");
  }

  @Test
  void a06_whoMovesFasterThanItMayIsNotServed_untilItIsSlowEnough() {
    // 1,350 km in ten minutes.
    Network limited = network(BUS, net -> maxSpeedKmh(net, 7000));
    Network quick = network(BUS, net -> maxSpeedKmh(net, 9000));
    SlotPlan moving = plan(limited, 1);
    assertThat(moving.schedule().reason(1)).isEqualTo(ReasonCode.MOVING_TOO_FAST);
    assertThat(moving.schedule().satellite(1)).isEqualTo(-1);
    assertThat(moving.forwarding().path(1)).isNull();
    assertThat(moving.schedule().reason(0)).isEqualTo(ReasonCode.SERVED);
    assertThat(plan(quick, 1).schedule().reason(1)).isEqualTo(ReasonCode.SERVED);
    assertThat(plan(limited, 40).schedule().reason(1)).as("arrived").isEqualTo(ReasonCode.SERVED);
    assertThat(new Planner(limited).reroute(moving, moving.outages()).schedule().reason(1))
        .isEqualTo(ReasonCode.MOVING_TOO_FAST);
  }

  @Test
  void a07_aDecisionIsToldBeforeTheSpeed() {
    Network dark =
        network(
            BUS,
            net ->
                maxSpeedKmh(net, 7000)
                    + "decisions: [{ name: none, effect: pause, terminals: [bus], legalBasis: a"
                    + " test }]\n");
    assertThat(plan(dark, 1).schedule().reason(1)).isEqualTo(ReasonCode.LINE_PAUSED);
  }

  private static String maxSpeedKmh(String net, int kmh) {
    return net.replace("track: bus.csv", "track: bus.csv, maxSpeedKmh: " + kmh);
  }

  private static SlotPlan plan(Network network, int slot) {
    return new Planner(network)
        .plan(network.slots().at(network.startNs() + slot * 15_000_000_000L), null);
  }

  private static String hidden(String net, double... pairs) {
    String point = "        - { azimuthDeg: %s, elevationDeg: %s }%n";
    return net.replace("{ name: house,", "{ name: house, horizon: yard,")
        + "  horizons:\n    - name: yard\n      profile:\n"
        + point.formatted(pairs[0], pairs[1])
        + point.formatted(pairs[2], pairs[3]);
  }
}
