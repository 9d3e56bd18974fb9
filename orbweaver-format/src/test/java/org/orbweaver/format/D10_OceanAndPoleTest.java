package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.scenario.Network;

/** Far from every gateway: a ship across the Atlantic, an aircraft over the pole. */
class D10_OceanAndPoleTest {
  private static final double LIGHT_M_PER_S = 299_792_458;
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final int SHIP = 0;
  private static final int AIRCRAFT = 1;

  private static final String NET =
      """
      format: orbweaver/1
      name: net
      time: { start: 2026-05-21T00:00:12Z }
      constellations:
        - name: middle
          walker: { altitudeKm: 550, inclinationDeg: 53, planes: 72, perPlane: 22, phasing: 39 }
        - name: polar
          walker: { altitudeKm: 560, inclinationDeg: 97.6, planes: 12, perPlane: 36, phasing: 5 }
      lasers:
        - { constellation: middle }
        - { constellation: polar, pattern: derived }
      gateways:
        sites:
          - { name: cornwall, latDeg: 50.3, lonDeg: -5.2 }
          - { name: maine, latDeg: 44.2, lonDeg: -69.8 }
          - { name: alaska, latDeg: 64.8, lonDeg: -147.7, elevationMaskDeg: 5 }
          - { name: lapland, latDeg: 69.6, lonDeg: 23.3, elevationMaskDeg: 5 }
      pops:
        sites:
          - { name: london, latDeg: 51.5, lonDeg: 0 }
          - { name: newyork, latDeg: 40.7, lonDeg: -74 }
          - { name: seattle, latDeg: 47.6, lonDeg: -122.3 }
          - { name: oslo, latDeg: 59.9, lonDeg: 10.7 }
      radio: { elevationMaskDeg: 25, gsoSeparationDeg: 18 }
      schedule: { strategy: as-observed }
      routing: { longestDetourMs: 12 }
      terminals:
        sites:
          - { name: ship, latDeg: 50, lonDeg: -6, track: ship.csv, maxSpeedKmh: 60 }
          - { name: aircraft, latDeg: 68, lonDeg: 20, track: aircraft.csv, maxSpeedKmh: 1200 }
      """;

  @TempDir Path temp;

  private Network network() {
    return new Folder(temp)
        .with(
            "ship.csv",
            """
            time_utc,lat_deg,lon_deg
            2026-05-21T00:00:12Z,49.9,-6
            2026-05-26T00:00:12Z,41,-69
            """)
        .with(
            "aircraft.csv",
            """
            time_utc,lat_deg,lon_deg,alt_m
            2026-05-21T00:00:12Z,70,20,11000
            2026-05-21T05:00:12Z,70,-160,11000
            """)
        .network(NET);
  }

  @Test
  void a01_aShipIsServedAllTheWay_overLasersWhereNoGatewayIsInReach() {
    Network network = network();
    Planner planner = new Planner(network);
    int overLasers = 0;
    for (int k = 0; k <= 24; k++) {
      SlotPlan plan = plan(planner, k * 300L * MINUTE_NS);
      assertThat(plan.schedule().isServed(SHIP)).as("after %d hours", 5 * k).isTrue();
      overLasers += plan.forwarding().islHops(SHIP) > 0 ? 1 : 0;
      assertRoundTripIsSensible(network, planner, plan, SHIP);
    }
    assertThat(overLasers).isGreaterThan(12);
  }

  @Test
  void a02_anAircraftIsServedOverThePole() {
    Network network = network();
    Planner planner = new Planner(network);
    int served = 0;
    double northmost = 0;
    for (int k = 0; k <= 30; k++) {
      SlotPlan plan = plan(planner, k * 10L * MINUTE_NS);
      if (plan.schedule().isServed(AIRCRAFT)) {
        served++;
        northmost = Math.max(northmost, plan.terminals().point(AIRCRAFT).latRad());
        assertRoundTripIsSensible(network, planner, plan, AIRCRAFT);
      }
    }
    assertThat(served).isGreaterThan(28);
    assertThat(Math.toDegrees(northmost)).isGreaterThan(89);
  }

  private static SlotPlan plan(Planner planner, long afterNs) {
    Network network = planner.network();
    return planner.plan(network.slots().at(network.startNs() + afterNs), null);
  }

  /** No faster than light straight there, no slower than half as long again, up, down and on. */
  private static void assertRoundTripIsSensible(
      Network network, Planner planner, SlotPlan plan, int terminal) {
    GeodeticPoint here = plan.terminals().point(terminal);
    double wayM = here.greatCircleM(network.pops().point(plan.forwarding().homePop(terminal)));
    double rttS = 2 * plan.forwarding().oneWayDelayS(terminal, 0.5);
    assertThat(rttS)
        .as("%.0f km from the PoP", wayM / 1e3)
        .isBetween(2 * wayM / LIGHT_M_PER_S, 2 * 1.5 * wayM / LIGHT_M_PER_S + 0.025);
    assertThat(Objects.requireNonNull(planner.roundTrip(plan, terminal)).p50Ms())
        .isGreaterThan(1e3 * rttS + 15);
  }
}
