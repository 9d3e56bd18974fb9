package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.app.Failure;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.Outage;
import org.orbweaver.core.scenario.OutagePlan;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.Utc;

/** What is out of a running network, and since and until when. Slots take two seconds. */
final class A14_LiveOutagesTest {
  private static final long S = 1_000_000_000L;
  private static final long START_NS = Utc.parseNs("2026-11-22T12:00:00Z");
  private static final int PONTIANAK = 1;

  private final FakeTime time = new FakeTime(START_NS);
  private final NetworkClock clock = NetworkClock.ofWall(time);
  private Network network;
  private LiveOutages outages;

  @BeforeEach
  void load() throws Exception {
    network = ShortNetwork.load();
    outages = new LiveOutages(new Planner(network), clock);
  }

  private Slot slot(long later) {
    return network.slots().of(network.slots().at(START_NS).index() + later);
  }

  @Test
  void a01_outUntilItIsRepaired() {
    time.pass(S);
    outages.fail(List.of("gateway:batam"), null);
    assertThat(outages.list())
        .containsExactly(
            new Outage(
                "gateway:batam",
                new Outages.Builder().gateway(0).build(),
                START_NS + S,
                Long.MAX_VALUE));
    SlotPlan plan = outages.plan(slot(1), null);
    assertThat(plan.schedule().reason(PONTIANAK)).isEqualTo(ReasonCode.NO_GATEWAY_REACHABLE);
    assertThat(outages.out(slot(1))).containsExactly("gateway:batam");
    time.pass(2 * S);
    outages.repair(List.of("gateway:batam"));
    assertThat(outages.list()).isEmpty();
    assertThat(outages.plan(slot(2), plan).schedule().isServed(PONTIANAK)).isTrue();
  }

  @Test
  void a02_outForAWhileOfNetworkTime() {
    outages.fail(List.of("gateway:batam"), 3 * S);
    assertThat(outages.plan(slot(1), null).schedule().isServed(PONTIANAK)).isFalse();
    assertThat(outages.plan(slot(2), null).schedule().isServed(PONTIANAK)).isTrue();
    time.pass(3 * S);
    assertThat(outages.list()).isEmpty();
    assertThatThrownBy(() -> outages.repair(List.of("gateway:batam")))
        .isInstanceOf(Failure.class)
        .hasMessage("\"gateway:batam\" is not out");
  }

  @Test
  void a03_whatIsRepairedInASlotStaysOutForItsRest() {
    SlotPlan running = outages.plan(slot(0), null);
    outages.fail(List.of("gateway:batam"), null);
    SlotPlan without = outages.reroute(running);
    assertThat(without.schedule().isServed(PONTIANAK)).isFalse();
    outages.repair(List.of());
    outages.fail(List.of("pop:tokyo"), null);
    assertThat(outages.reroute(without).outages())
        .isEqualTo(new Outages.Builder().gateway(0).pop(1).build());
  }

  @Test
  void a04_allOrNothing() {
    assertThatThrownBy(() -> outages.fail(List.of("gateway:batam", "sat:none"), null))
        .isInstanceOf(Failure.class)
        .hasMessage("there is no satellite \"none\"");
    assertThat(outages.list()).isEmpty();
    outages.fail(List.of("gateway:batam"), null);
    assertThatThrownBy(() -> outages.repair(List.of("gateway:batam", "pop:tokyo")))
        .isInstanceOf(Failure.class);
    assertThat(outages.list()).hasSize(1);
  }

  @Test
  void a05_theScenariosOutagesAreKnownAndCanBeRepairedWhileTheyLast() {
    Outages gateway = new Outages.Builder().gateway(0).build();
    Outage known = new Outage("gateway:batam", gateway, START_NS + 10 * S, START_NS + 60 * S);
    outages = new LiveOutages(new Planner(network.with(new OutagePlan(List.of(known)))), clock);
    assertThat(outages.list()).containsExactly(known);
    assertThatThrownBy(() -> outages.repair(List.of("gateway:batam")))
        .as("not yet")
        .isInstanceOf(Failure.class);
    time.pass(20 * S);
    assertThat(outages.repair(List.of("gateway:batam"))).containsExactly(known);
    assertThat(outages.out(slot(11))).isEmpty();
  }

  @Test
  void a06_twoOutagesOfOneElement_andItIsOutUntilBothAreOver() {
    outages.fail(List.of("sat:ring-1-641"), null);
    outages.fail(List.of("plane:ring/1"), null);
    outages.repair(List.of("sat:ring-1-641"));
    int satellite = 1641;
    assertThat(network.ephemeris().elements(satellite).name()).isEqualTo("ring-1-641");
    assertThat(outages.plan(slot(1), null).outages().isSatelliteOut(satellite)).isTrue();
    outages.repair(List.of("plane:ring/1"));
    assertThat(outages.plan(slot(1), null).outages().isEmpty()).isTrue();
  }

  @Test
  void a07_whatIsOutAlreadyIsNotListedTwice() {
    outages.fail(List.of("gateway:batam", "gateway:batam"), null);
    assertThat(outages.list()).hasSize(1);
    refused("gateway:batam", null, "Give it another end with --for");
    refused("gateway:bat*", null, "It is out with something else");
    refused("gateway:bat*", S, "It is out with something else");
    outages.fail(List.of("pop:*"), null);
    refused("pop:*", null, "Give it another end with --for");
    refused("pop:tokyo", null, "It is out with something else");
    assertThat(outages.list()).extracting(Outage::name).containsExactly("gateway:batam", "pop:*");
    assertThatThrownBy(() -> outages.fail(List.of("sat:ring-1-641", "gateway:batam"), null))
        .isInstanceOf(Failure.class);
    assertThat(outages.list()).as("all or nothing").hasSize(2);
  }

  @Test
  void a08_failingAgainForALengthOfTimeChangesTheEnd() {
    outages.fail(List.of("gateway:batam"), null);
    time.pass(S);
    outages.fail(List.of("gateway:batam"), 3 * S);
    assertThat(outages.list())
        .extracting(Outage::fromNs, Outage::untilNs)
        .containsExactly(tuple(START_NS, START_NS + 4 * S));
    outages.fail(List.of("gateway:batam"), null);
    assertThat(outages.list())
        .extracting(Outage::fromNs, Outage::untilNs)
        .containsExactly(tuple(START_NS, Long.MAX_VALUE));
  }

  private void refused(String name, @Nullable Long forNs, String hint) {
    List<Outage> before = outages.list();
    assertThatThrownBy(() -> outages.fail(List.of(name), forNs))
        .isInstanceOfSatisfying(
            Failure.class,
            e -> {
              assertThat(e.message()).isEqualTo("\"" + name + "\" is out already");
              assertThat(e.hint()).startsWith(hint);
            });
    assertThat(outages.list()).isEqualTo(before);
  }

  @Test
  void a09_aLaserThatIsNeverThereIsRefused() {
    assertThatThrownBy(() -> outages.fail(List.of("laser:ring-1-641--ring-1-100"), null))
        .isInstanceOf(Failure.class)
        .hasMessage("there is no laser link \"ring-1-641--ring-1-100\"");
    assertThat(outages.list()).isEmpty();
  }
}
