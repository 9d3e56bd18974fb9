package org.orbweaver.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.Track;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Fix;
import org.orbweaver.core.policy.HeldPlace;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;

/** Licences and terminals that move from country to country. */
class K08_MovingPolicyTest {
  private static final int BERLIN = 0;
  private static final long S = 1_000_000_000L;

  /** Licensed in the west only; the border is the meridian of 14 degrees. */
  private static Network network() {
    List<Decision> decisions =
        List.of(
            Decision.of("law", Effect.REQUIRE_LICENCE, new Scope.Everywhere(), 0, Decision.OPEN, 1),
            Decision.of(
                "licence",
                Effect.LICENSE,
                new Scope.InCountries(Set.of("DE")),
                0,
                Decision.OPEN,
                2));
    return Networks.shellWithout(Set.of())
        .with(new PolicyRules(AreaTable.EMPTY, decisions, true))
        .withCountries((lat, lon) -> lon < 14 ? "DE" : "PL");
  }

  private static Slot slot(Network network, int number) {
    return network.slots().of(network.slots().at(network.startNs()).index() + number);
  }

  private static GeodeticPoint at(double lonDeg) {
    return GeodeticPoint.ofDegrees(52.5, lonDeg, 0);
  }

  @Test
  void a01_aTerminalsCountryIsWhereItIs_onceItHasBeenThereForAMinute() {
    Network home = network();
    long second = slot(home, 1).startNs();
    Network network =
        home.with(
            Map.of(BERLIN, new Track(new long[] {second - 1, second}, List.of(at(13), at(15)))));
    Planner planner = new Planner(network);
    List<ReasonCode> reasons = new ArrayList<>();
    SlotPlan plan = null;
    for (int k = 0; k <= 6; k++) {
      plan = planner.plan(slot(network, k), plan);
      reasons.add(plan.policy().reason(BERLIN));
    }
    assertThat(reasons.subList(0, 5)).containsOnly(ReasonCode.SERVED);
    assertThat(reasons.subList(5, 7)).containsOnly(ReasonCode.NO_LICENCE);
    assertThat(network.at(second).terminalSpec(BERLIN).country()).isEqualTo("PL");
    assertThat(network.terminalSpec(BERLIN).country()).isEqualTo("DE");
  }

  @Test
  void a02_whoSaysWhereItIsIsThere_untilNobodyKnows() {
    Network network = network();
    long second = slot(network, 1).startNs();
    Planner planner =
        new Planner(network)
            .with(Map.of(BERLIN, Track.reported(at(15), 20, second, second + 20 * S)));
    assertThat(planner.network().fixes(second))
        .singleElement()
        .extracting(Fix::place)
        .isEqualTo(new Fix.Place(at(15).latRad(), at(15).lonRad(), 20, "PL"));
    assertThat(planner.network().fixes(second + 20 * S))
        .singleElement()
        .extracting(Fix::place)
        .isNull();
    assertThat(planner.network().at(second + 20 * S).terminals().point(BERLIN)).isEqualTo(at(15));
  }

  @Test
  void a03_whoBeginsToMoveWasAtHomeUntilThen() {
    Network network = network();
    Planner planner = new Planner(network);
    SlotPlan first = planner.plan(slot(network, 0), null);
    long second = slot(network, 1).startNs();
    Planner moved =
        planner.with(Map.of(BERLIN, Track.reported(at(15), 20, second, second + 100 * S)));
    var known = first.policy().moving(List.of(BERLIN));
    assertThat(known.held(BERLIN)).isEqualTo(new HeldPlace(BERLIN, List.of(), "DE", false));
    assertThat(known.moving(List.of(BERLIN))).isSameAs(known);
    assertThat(first.policy().held(BERLIN)).isNull();
    var then = moved.policy(known, network.rules(), second);
    assertThat(then.isServed(BERLIN)).as("one report is not enough").isTrue();
    then = moved.policy(then, network.rules(), second + 60 * S);
    assertThat(then.reason(BERLIN)).isEqualTo(ReasonCode.NO_LICENCE);
  }
}
