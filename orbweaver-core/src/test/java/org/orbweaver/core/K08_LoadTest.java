package org.orbweaver.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.RoutingSpec.BetweenTerminals;
import org.orbweaver.core.scenario.SubscriberSpec;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.traffic.LoadModel;

/** Plans beside subscribers whom the scenario does not list. */
class K08_LoadTest {
  private static final long HOUR_NS = 3_600_000_000_000L;

  private static Network beside(double subscribers) {
    return Networks.shell(BetweenTerminals.VIA_POP)
        .withSubscribers(List.of(new SubscriberSpec("DE", 52, 13, subscribers)));
  }

  private static SlotPlan plan(Network network, long laterNs) {
    Slot slot = network.slots().at(network.startNs() + laterNs);
    return new Planner(network).plan(slot, null);
  }

  @Test
  void a01_withoutSubscribersThereIsNoLoad() {
    Network network = Networks.shell(BetweenTerminals.VIA_POP);
    assertThat(new Planner(network).load()).isNull();
    assertThat(plan(network, 0).forwarding().downBps(0)).isEqualTo(250e6);
  }

  @Test
  void a02_aTerminalGetsWhatOthersLeaveAtItsHour() {
    Network network = beside(3e6);
    LoadModel load = Objects.requireNonNull(new Planner(network).load());
    for (int hour = 0; hour < 24; hour += 5) {
      SlotPlan plan = plan(network, hour * HOUR_NS);
      long atNs = plan.slot().startNs();
      for (int t = 0; t < network.terminals().size(); t++) {
        if (plan.schedule().isServed(t)) {
          double expected =
              load.down().rateBps(load.others(false, network.terminals().point(t), atNs));
          assertThat(plan.forwarding().downBps(t))
              .isCloseTo(Math.min(250e6, expected), within(0.011 * expected));
          assertThat(load.atHour(false, network.terminals().point(t), atNs).p50Bps())
              .isCloseTo(expected, within(0.02 * expected));
        }
      }
    }
  }

  @Test
  void a03_moreSubscribersLeaveLess() {
    double few = plan(beside(1e5), 0).forwarding().downBps(0);
    double many = plan(beside(5e6), 0).forwarding().downBps(0);
    assertThat(many).isPositive().isLessThan(few);
    assertThat(plan(beside(5e6), 0).forwarding().upBps(0)).isPositive();
  }

  @Test
  void a04_theSamePlanComesOutTheSame() {
    Network network = beside(3e6);
    Planner asked = new Planner(network);
    Slot later = network.slots().at(network.startNs() + 7 * HOUR_NS);
    Slot first = network.slots().at(network.startNs());
    double before = asked.plan(first, null).forwarding().downBps(0);
    asked.plan(later, null);
    assertThat(asked.plan(first, null).forwarding().downBps(0)).isEqualTo(before);
    assertThat(plan(network, 0).forwarding().downBps(0)).isEqualTo(before);
  }
}
