package org.orbweaver.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.Outage;
import org.orbweaver.core.scenario.OutagePlan;
import org.orbweaver.core.scenario.OutageTargets;
import org.orbweaver.core.scenario.RoutingSpec.BetweenTerminals;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.Utc;

/** Plans of a network in which something is out of service. */
class K04_OutagesTest {
  private static final long START_NS = Utc.parseNs("2026-05-21T00:00:12Z");
  private static final int BERLIN = 0;
  private static final int MADRID = 1;
  private static final int AERZEN = 0;
  private static final int FRANKFURT = 0;

  private static final Network SHELL = Networks.shell(BetweenTerminals.VIA_POP);

  @Test
  void a01_withoutAGateway_asIfItHadNeverBeen() {
    Planner planner = new Planner(SHELL);
    Outages out = new Outages.Builder().gateway(AERZEN).build();
    assertThat(describe(planner, planner.plan(slot(planner, 0), null)).getFirst())
        .contains("aerzen");
    assertThat(fold(planner, out)).isEqualTo(fold(without("aerzen"), Outages.NONE));
  }

  @Test
  void a02_withoutAPop_itsTerminalsGoToTheNextOne() {
    Planner planner = new Planner(SHELL);
    Outages out = new Outages.Builder().pop(FRANKFURT).build();
    assertThat(fold(planner, out)).isEqualTo(fold(without("frankfurt"), Outages.NONE));
    SlotPlan plan = planner.plan(slot(planner, 0), null, out);
    assertThat(plan.forwarding().homePop(BERLIN)).isNotEqualTo(planner.homePop(BERLIN));
    assertThat(planner.pairRoutes(plan).nodes(terminal(BERLIN), new Node(Node.Kind.POP, FRANKFURT)))
        .isNull();
  }

  @Test
  void a03_withoutASatellite_asIfItHadNeverFlown() {
    Planner planner = new Planner(Networks.bentPipeWithout(Set.of()));
    SlotPlan whole = planner.plan(slot(planner, 0), null);
    int serving = whole.schedule().satellite(BERLIN);
    String name = planner.network().ephemeris().elements(serving).name();
    Planner never = new Planner(Networks.bentPipeWithout(Set.of(name)));
    Outages out = new Outages.Builder().satellite(serving).build();
    assertThat(fold(planner, out)).isEqualTo(fold(never, Outages.NONE));
  }

  @Test
  void a04_aLaser_andAllLasersOfASatellite() {
    Planner planner = new Planner(Networks.shellWithout(Set.of("aerzen")));
    SlotPlan whole = planner.plan(slot(planner, 0), null);
    List<Node> nodes = Objects.requireNonNull(whole.forwarding().path(BERLIN)).nodes();
    int up = nodes.get(1).index();
    int next = nodes.get(2).index();
    assertThat(nodes.get(2).kind()).isEqualTo(Node.Kind.SATELLITE);
    Outages link = new Outages.Builder().laser(next, up).build();
    SlotPlan around = planner.plan(slot(planner, 0), null, link);
    assertThat(around.topology().lasers().count()).isEqualTo(whole.topology().lasers().count() - 1);
    assertUnused(around, link);
    Outages all = new Outages.Builder().lasersOf(next).build();
    SlotPlan without = planner.plan(slot(planner, 0), null, all);
    assertThat(without.topology().lasers().first(next))
        .isEqualTo(without.topology().lasers().end(next));
    assertUnused(without, all);
  }

  @Test
  void a05_whereEverySatelliteInViewHasFailed_thatIsTheReason() {
    Planner planner = new Planner(SHELL);
    Outages.Builder all = new Outages.Builder();
    IntStream.range(0, SHELL.ephemeris().size()).forEach(all::satellite);
    SlotPlan plan = planner.plan(slot(planner, 0), null, all.build());
    assertThat(plan.schedule().reason(BERLIN)).isEqualTo(ReasonCode.SATELLITE_FAILED);
    Planner awkward = new Planner(Networks.awkward());
    SlotPlan poles = awkward.plan(slot(awkward, 0), null, all.build());
    assertThat(poles.schedule().reason(0)).isEqualTo(ReasonCode.NO_SATELLITE_IN_VIEW);
    Outages noPop = new Outages.Builder().pop(0).pop(1).build();
    assertThat(planner.plan(slot(planner, 0), null, noPop).schedule().reason(BERLIN))
        .isEqualTo(ReasonCode.NO_GATEWAY_REACHABLE);
  }

  @Test
  void a06_withinASlot_aGatewayIsReroutedAndNobodyChangesItsSatellite() {
    Planner planner = new Planner(SHELL);
    SlotPlan running = planner.plan(slot(planner, 0), null);
    assertThat(running.schedule().gateway(BERLIN)).isEqualTo(AERZEN);
    SlotPlan rest = planner.reroute(running, new Outages.Builder().gateway(AERZEN).build());
    assertThat(rest.schedule().satellite(BERLIN)).isEqualTo(running.schedule().satellite(BERLIN));
    assertThat(rest.schedule().gateway(BERLIN)).isEqualTo(1);
    assertThat(rest.forwarding().downBps(BERLIN)).isPositive();
    assertThat(rest.forwarding().path(MADRID)).isEqualTo(running.forwarding().path(MADRID));
  }

  @Test
  void a07_withinASlot_aDeadSatellitesTerminalsWaitForTheNextOne() {
    Planner planner = new Planner(SHELL);
    SlotPlan running = planner.plan(slot(planner, 0), null);
    int serving = running.schedule().satellite(BERLIN);
    Outages out = new Outages.Builder().satellite(serving).build();
    SlotPlan rest = planner.reroute(running, out);
    assertThat(rest.schedule().reason(BERLIN)).isEqualTo(ReasonCode.SATELLITE_FAILED);
    assertThat(rest.forwarding().path(BERLIN)).isNull();
    assertThat(rest.forwarding().downBps(BERLIN)).isZero();
    SlotPlan next = planner.plan(slot(planner, 1), rest, out);
    assertThat(next.schedule().isServed(BERLIN)).isTrue();
    assertThat(next.schedule().satellite(BERLIN)).isNotEqualTo(serving);
  }

  @Test
  void a08_reroutedWithNothingOut_thePlanStaysAsItIs() {
    Planner planner = new Planner(SHELL);
    SlotPlan running = planner.plan(slot(planner, 0), null);
    assertThat(describe(planner, planner.reroute(running, Outages.NONE)))
        .isEqualTo(describe(planner, running));
  }

  @Test
  void a09_anOutageCountsForEverySlotThatItTouches() {
    Outages out = new Outages.Builder().gateway(AERZEN).build();
    Outage lasting20S =
        new Outage("gateway:aerzen", out, START_NS + SECOND, START_NS + 21 * SECOND);
    Planner planner = new Planner(SHELL.with(new OutagePlan(List.of(lasting20S))));
    assertThat(planner.plan(slot(planner, -1), null).outages()).isEqualTo(Outages.NONE);
    assertThat(planner.plan(slot(planner, 0), null).outages()).isEqualTo(out);
    assertThat(planner.plan(slot(planner, 1), null).outages()).isEqualTo(out);
    assertThat(planner.plan(slot(planner, 2), null).outages()).isEqualTo(Outages.NONE);
    Node gateway = new Node(Node.Kind.GATEWAY, AERZEN);
    assertThat(planner.instantRoutes(START_NS).path(terminal(BERLIN), gateway)).isNotNull();
    assertThat(planner.instantRoutes(START_NS + SECOND).path(terminal(BERLIN), gateway)).isNull();
  }

  private static final long SECOND = 1_000_000_000L;

  @Test
  void a10_whateverIsOut_noPathUsesIt_andThePlanIsTheSameAgain() {
    Planner planner = new Planner(SHELL);
    SlotPlan running = planner.plan(slot(planner, 0), null);
    Random random = new Random(7);
    for (int round = 0; round < 60; round++) {
      Outages out = some(random, running);
      SlotPlan rest = planner.reroute(running, out);
      SlotPlan next = planner.plan(slot(planner, 1), rest, out);
      assertUnused(rest, out);
      assertUnused(next, out);
      assertThat(describe(planner, planner.reroute(running, out)))
          .isEqualTo(describe(planner, rest));
      assertThat(describe(planner, planner.plan(slot(planner, 1), rest, out)))
          .isEqualTo(describe(planner, next));
    }
  }

  @Test
  void a11_thePlaneInWhichARealSatelliteFlies() {
    Network flown = Networks.flown();
    OutageTargets targets = new OutageTargets(flown);
    var found = (OutageTargets.Found) targets.find("plane:shell-7-3", START_NS);
    for (int s = 0; s < flown.ephemeris().size(); s++) {
      assertThat(found.elements().isSatelliteOut(s))
          .isEqualTo(flown.ephemeris().elements(s).name().startsWith("shell-7-"));
    }
    assertThat(targets.find("plane:flown/7", START_NS))
        .isInstanceOfSatisfying(
            OutageTargets.NotThat.class,
            no -> assertThat(no.expected()).startsWith("plane:SATELLITE, such as plane:shell-"));
    assertThat(targets.find("plane:shell-72-0", START_NS))
        .isInstanceOf(OutageTargets.NoSuchName.class);
  }

  @Test
  void a12_inACrowdWithTooFewAntennas_nobodyIsDisturbedForAnothersSake() {
    Planner planner = new Planner(Networks.crowd(5));
    SlotPlan running = planner.plan(slot(planner, 0), null);
    int terminals = running.schedule().terminals();
    Random random = new Random(11);
    int disturbed = 0;
    for (int round = 0; round < 40; round++) {
      Outages out = some(random, running);
      SlotPlan rest = planner.reroute(running, out);
      assertUnused(rest, out);
      assertAntennas(planner.network(), rest);
      for (int t = 0; t < terminals; t++) {
        Path before = running.forwarding().path(t);
        Path after = rest.forwarding().path(t);
        if (before == null || !uses(before, out)) {
          assertThat(after).isEqualTo(before);
          assertThat(rest.schedule().reason(t)).isEqualTo(running.schedule().reason(t));
        } else if (after != null) {
          assertThat(after.nodes().get(1)).isEqualTo(before.nodes().get(1));
          disturbed++;
        }
      }
      SlotPlan next = planner.plan(slot(planner, 1), rest, out);
      assertUnused(next, out);
      assertAntennas(planner.network(), next);
    }
    assertThat(disturbed).as("rerouted in all rounds together").isGreaterThan(100);
  }

  @Test
  void a13_reroutingWhileTheNextSlotIsPlanned_isTheSameAsAlone() throws Exception {
    Planner planner = new Planner(Networks.crowd(5));
    SlotPlan running = planner.plan(slot(planner, 0), null);
    Outages out = some(new Random(3), running);
    List<String> rest = describe(planner, planner.reroute(running, out));
    List<String> next = describe(planner, planner.plan(slot(planner, 1), running));
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 10; round++) {
        Future<SlotPlan> planned = pool.submit(() -> planner.plan(slot(planner, 1), running));
        Future<SlotPlan> rerouted = pool.submit(() -> planner.reroute(running, out));
        assertThat(describe(planner, rerouted.get())).isEqualTo(rest);
        assertThat(describe(planner, planned.get())).isEqualTo(next);
      }
    }
  }

  private static void assertAntennas(Network network, SlotPlan plan) {
    Map<Integer, Set<Integer>> follows = new HashMap<>();
    for (int t = 0; t < plan.schedule().terminals(); t++) {
      if (plan.schedule().isServed(t)) {
        follows
            .computeIfAbsent(plan.schedule().gateway(t), g -> new TreeSet<>())
            .add(plan.schedule().exitSatellite(t));
      }
    }
    follows.forEach((gateway, satellites) ->
        assertThat(satellites.size()).isLessThanOrEqualTo(network.gatewaySpec(gateway).antennas()));
  }

  /** Anything, and some of what is in use: nodes, and lasers that two satellites of a way share. */
  private static Outages some(Random random, SlotPlan running) {
    Outages.Builder out = new Outages.Builder();
    for (int k = random.nextInt(4); k > 0; k--) {
      out.satellite(random.nextInt(running.start().size()));
      out.lasersOf(random.nextInt(running.start().size()));
    }
    int ways = Math.max(2, running.schedule().terminals() / 30);
    for (int k = 0; k < ways; k++) {
      Path path = running.forwarding().path(random.nextInt(running.schedule().terminals()));
      Node before = null;
      for (Node node : path == null ? List.<Node>of() : path.nodes()) {
        boolean hit = random.nextInt(6) == 0;
        switch (node.kind()) {
          case SATELLITE -> {
            if (hit && before != null && before.kind() == Node.Kind.SATELLITE) {
              out.laser(before.index(), node.index());
            } else if (hit) {
              out.satellite(node.index());
            }
          }
          case GATEWAY -> {
            if (hit) {
              out.gateway(node.index());
            }
          }
          case POP -> {
            if (hit && k == 0) {
              out.pop(node.index());
            }
          }
          case TERMINAL -> {}
        }
        before = node;
      }
    }
    return out.build();
  }

  private static boolean uses(Path path, Outages out) {
    Node before = path.nodes().getFirst();
    for (Node node : path.nodes()) {
      if (isOut(out, before, node)) {
        return true;
      }
      before = node;
    }
    return false;
  }

  private static void assertUnused(SlotPlan plan, Outages out) {
    for (int t = 0; t < plan.schedule().terminals(); t++) {
      Path path = plan.forwarding().path(t);
      if (path == null) {
        assertThat(plan.forwarding().downBps(t)).isZero();
        continue;
      }
      assertThat(uses(path, out)).as(path.toString()).isFalse();
    }
  }

  private static boolean isOut(Outages out, Node before, Node node) {
    return switch (node.kind()) {
      case SATELLITE ->
          out.isSatelliteOut(node.index())
              || (before.kind() == Node.Kind.SATELLITE
                  && out.isLaserOut(before.index(), node.index()));
      case GATEWAY -> out.isGatewayOut(node.index());
      case POP -> out.isPopOut(node.index());
      case TERMINAL -> false;
    };
  }

  private static Planner without(String name) {
    return new Planner(Networks.shellWithout(Set.of(name)));
  }

  private static Node terminal(int index) {
    return new Node(Node.Kind.TERMINAL, index);
  }

  private static List<List<String>> fold(Planner planner, Outages out) {
    SlotPlan first = planner.plan(slot(planner, 0), null, out);
    SlotPlan second = planner.plan(slot(planner, 1), first, out);
    return List.of(describe(planner, first), describe(planner, second));
  }

  /** By names, so that networks with other indices compare. */
  private static List<String> describe(Planner planner, SlotPlan plan) {
    Network network = planner.network();
    TreeSet<String> lines = new TreeSet<>();
    for (int t = 0; t < plan.schedule().terminals(); t++) {
      StringBuilder line = new StringBuilder().append(network.terminals().name(t));
      line.append(' ').append(plan.schedule().reason(t));
      Path path = plan.forwarding().path(t);
      for (Node node : path == null ? List.<Node>of() : path.nodes()) {
        line.append('>')
            .append(
                switch (node.kind()) {
                  case SATELLITE -> network.ephemeris().elements(node.index()).name();
                  case GATEWAY -> network.gateways().name(node.index());
                  case POP -> network.pops().name(node.index());
                  case TERMINAL -> network.terminals().name(node.index());
                });
      }
      line.append(' ').append(plan.forwarding().oneWayDelayS(t, 0));
      line.append(' ').append(plan.forwarding().oneWayDelayS(t, 1));
      line.append(' ').append(plan.forwarding().downBps(t));
      line.append(' ').append(plan.forwarding().upBps(t));
      line.append(' ').append(plan.schedule().isHandover(t));
      lines.add(line.toString());
    }
    return List.copyOf(lines);
  }

  private static Slot slot(Planner planner, int later) {
    return planner.network().slots().of(planner.network().slots().at(START_NS).index() + later);
  }
}
