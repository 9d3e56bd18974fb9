package org.orbweaver.app.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.ForwardingTable;
import org.orbweaver.core.scenario.CountryHome;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.core.time.Slot;
import org.orbweaver.format.LoadOptions;

/**
 * Kenya before and after January 2025, when a PoP opened in Nairobi: in public measurements its
 * median fell from 120 to 138 ms to 25. The sibling over made-up data is in
 * A02_ValidateCommandTest.
 */
final class V08_HomePopMovesTest {
  private static final int SLOTS = 12;
  private static final String COUNTRY = "KE";

  @Test
  void aPopThatOpensNearbyBringsACountryTheDelayThatWasMeasured() {
    Network starlink =
        Fixtures.network(
            Fixtures.scenarios().resolve("starlink/starlink.yaml"),
            LoadOptions.at(Fixtures.NOW_NS)
                .withElements(Fixtures.realData("tle/starlink-2026-05-21.tle.gz")));
    double nowMs = medianMs(starlink);
    double beforeMs = medianMs(movedTo(starlink, "frankfurt"));
    assertThat(nowMs).as("measured 24.6 ms in 2025-10").isBetween(20.0, 32.0);
    // Slower over the lasers of its day than over the shortest way: doc/delay.md.
    assertThat(beforeMs).as("measured 120 to 138 ms in 2024").isBetween(75.0, 140.0);
  }

  private static Network movedTo(Network network, String pop) {
    List<CountryHome> homes = new ArrayList<>(network.countryHomes());
    homes.removeIf(home -> home.country().equals(COUNTRY));
    homes.add(new CountryHome(COUNTRY, pop));
    return network.with(homes);
  }

  private static double medianMs(Network network) {
    Network with = network.withTerminals(List.of(nairobi()));
    Planner planner = new Planner(with);
    int t = with.terminals().indexOf("nairobi-user");
    double[] baseS = new double[SLOTS];
    for (int k = 0; k < SLOTS; k++) {
      Slot slot = with.slots().at(with.startNs() + k * 7_305_000_000_000L);
      SlotPlan plan = planner.plan(slot, null);
      ForwardingTable table = plan.forwarding();
      baseS[k] = 2 * table.oneWayDelayS(t, 0.5) + planner.access().processingS(table.islHops(t));
      assertThat(Objects.requireNonNull(planner.roundTrip(plan, t)).p50Ms())
          .isGreaterThan(1e3 * baseS[k]);
    }
    return 1e3 * planner.access().mixedS(baseS, 0.5);
  }

  private static TerminalSpec nairobi() {
    return new TerminalSpec(
        "nairobi-user",
        -1.283,
        36.817,
        1680,
        null,
        250,
        30,
        null,
        1,
        null,
        null,
        COUNTRY,
        null,
        null);
  }
}
