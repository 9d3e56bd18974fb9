package org.orbweaver.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;

/** The planner serves those who may be served, from the slot on in which a decision holds. */
class K07_PolicyTest {
  private static final int BERLIN = 0;
  private static final long S = 1_000_000_000L;

  private static Planner planner(UnaryOperator<List<Decision>> decide) {
    Network network = Networks.shellWithout(Set.of());
    List<Decision> decisions = decide.apply(new ArrayList<>());
    return new Planner(network.with(new PolicyRules(AreaTable.EMPTY, decisions, true)));
  }

  private static Decision about(
      Network network, String id, Effect effect, double fromS, double untilS, long index) {
    return Decision.of(
        id,
        effect,
        new Scope.OfTerminals(Set.of(network.terminals().name(BERLIN))),
        network.startNs() + Math.round(fromS * S),
        untilS < 0 ? Decision.OPEN : network.startNs() + Math.round(untilS * S),
        index);
  }

  private static Slot slot(Planner planner, int number) {
    long first = planner.network().slots().at(planner.network().startNs()).index();
    return planner.network().slots().of(first + number);
  }

  @Test
  void a01_aDecisionActsFromTheFirstSlotThatBeginsInItsTime_andNeverBefore() {
    Network network = Networks.shellWithout(Set.of());
    Planner planner = planner(list -> List.of(about(network, "d", Effect.RESTRICT, 15.001, 45, 1)));
    SlotPlan plan = null;
    List<ReasonCode> reasons = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      plan = planner.plan(slot(planner, k), plan);
      reasons.add(plan.schedule().reason(BERLIN));
      assertThat(plan.forwarding().path(BERLIN) != null)
          .isEqualTo(plan.schedule().isServed(BERLIN));
    }
    assertThat(reasons)
        .containsExactly(
            ReasonCode.SERVED,
            ReasonCode.SERVED,
            ReasonCode.NOT_AUTHORISED,
            ReasonCode.SERVED,
            ReasonCode.SERVED);
  }

  @Test
  void a02_theVerdictNamesTheDecision() {
    Network network = Networks.shellWithout(Set.of());
    Planner planner =
        planner(list ->
            List.of(
                about(network, "dark", Effect.RESTRICT, 0, -1, 2),
                about(network, "lit", Effect.ENABLE, 0, -1, 3)));
    SlotPlan plan = planner.plan(slot(planner, 0), null);
    assertThat(plan.schedule().verdict(BERLIN).decision()).isEqualTo("dark");
    assertThat(plan.schedule().verdict(BERLIN).lost()).containsExactly("lit");
  }

  @Test
  void a03_whoIsNotServedTakesNothing() {
    Network network = Networks.shellWithout(Set.of());
    PolicyRules dark = new PolicyRules(AreaTable.EMPTY, List.of(), false);
    Planner planner = new Planner(network.with(dark));
    SlotPlan plan = planner.plan(slot(planner, 0), null);
    assertThat(plan.schedule().beams()).isZero();
    assertThat(plan.schedule().reason(BERLIN)).isEqualTo(ReasonCode.AREA_DARK);
    assertThat(plan.forwarding().downBps(BERLIN)).isZero();
  }

  @Test
  void a04_aLimitedLineIsServedAt256KbitPerSecond() {
    Network network = Networks.shellWithout(Set.of());
    Planner planner = planner(list -> List.of(about(network, "low", Effect.LIMIT, 0, -1, 1)));
    SlotPlan plan = planner.plan(slot(planner, 0), null);
    assertThat(plan.schedule().isServed(BERLIN)).isTrue();
    assertThat(plan.schedule().reason(BERLIN)).isEqualTo(ReasonCode.LINE_LIMITED);
    assertThat(plan.forwarding().downBps(BERLIN)).isEqualTo(ServicePolicy.LIMITED_BPS);
    assertThat(plan.forwarding().upBps(BERLIN)).isEqualTo(ServicePolicy.LIMITED_BPS);
  }

  @Test
  void a05_anotherPolicyMayRuleInTheScenariosPlace() {
    Network network = Networks.shellWithout(Set.of());
    Planner planner = new Planner(network);
    Slot slot = slot(planner, 0);
    PolicyRules dark = new PolicyRules(AreaTable.EMPTY, List.of(), false);
    ServicePolicy policy = ServicePolicy.of(dark, network.subjects(), slot.startNs());
    SlotPlan plan = planner.plan(slot, null, network.outages().in(slot), policy);
    assertThat(plan.schedule().isServed(BERLIN)).isFalse();
    assertThat(plan.policy()).isSameAs(policy);
    assertThat(planner.reroute(plan, plan.outages()).schedule().reason(BERLIN))
        .isEqualTo(ReasonCode.AREA_DARK);
  }
}
