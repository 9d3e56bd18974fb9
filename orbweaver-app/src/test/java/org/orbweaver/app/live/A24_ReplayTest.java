package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.app.trace.TraceFolder;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;
import org.orbweaver.dataplane.PathState;
import org.orbweaver.dataplane.WhoAmI;

/** A recorded trace in place of the model, as the data plane sees it. */
final class A24_ReplayTest {
  private static final long S = 1_000_000_000L;
  private static final long MS = 1_000_000L;
  private static final String TRACES =
      """

      packets:
        lossPercent: 1
        traces:
          - { terminals: [%s], file: trace.csv }
      """;

  /** Asymmetric, with a jump after two seconds and nothing arriving in the fourth. */
  private static final String WHOLE =
      """
      time_s,up_ms,down_ms,rate_up_mbps,rate_down_mbps,loss_percent
      0,20,30,5,50,2
      2,40,50,5,50,2
      2,10,12,0,0,0
      3,,,5,50,0
      4,10,12,5,50,0
      """;

  @TempDir Path folder;
  private long startNs;
  private Network network;
  private SlotPlan plan;
  private SlotPlan next;

  @BeforeEach
  void aNetwork() throws Exception {
    network = ShortNetwork.load();
    plan();
  }

  private PublishedPaths follow(String terminal, String table, String more) throws Exception {
    Files.writeString(folder.resolve("trace.csv"), table);
    network = ShortNetwork.with(TRACES.formatted(terminal) + more, folder);
    return new PublishedPaths(plan(), () -> new LiveSlot(plan, next));
  }

  private Planner plan() {
    startNs = network.startNs();
    Planner planner = new Planner(network);
    Slot slot = network.slots().at(startNs);
    plan = planner.plan(slot, null);
    next = planner.plan(network.slots().next(slot), plan);
    return planner;
  }

  @Test
  void a01_delaysRatesAndLossAreTheTraces() throws Exception {
    PublishedPaths paths = follow("pontianak", WHOLE, "");
    int pontianak = paths.terminal("pontianak");
    PathState state = paths.at(pontianak, startNs + S);
    assertThat(state.oneWayDelayNs() + state.upExtraNs()).isEqualTo(30 * MS);
    assertThat(state.oneWayDelayNs() + state.downExtraNs()).isEqualTo(40 * MS);
    assertThat(state.upBps()).isEqualTo(5e6);
    assertThat(state.downBps()).isEqualTo(50e6);
    assertThat(state.loss()).isEqualTo(0.02);
    assertThat(state.homePop()).isEqualTo(paths.pop("singapore"));
    assertThat(paths.trace(pontianak)).isNotNull();
    assertThat(paths.trace(paths.terminal("tromso"))).isNull();
  }

  @Test
  void a02_itsRowsAreWhereThePathJumps_handoversOfTheModelAreNot() throws Exception {
    PublishedPaths paths = follow("pontianak", WHOLE, "");
    int pontianak = paths.terminal("pontianak");
    assertThat(next.schedule().isHandover(pontianak)).isTrue();
    assertThat(paths.nextJumpNs(pontianak, startNs)).isEqualTo(startNs + 2 * S);
    PathState held = paths.at(pontianak, startNs + 2 * S);
    assertThat(held.heldUntilNs()).as("no rate").isEqualTo(startNs + 3 * S);
    assertThat(held.lostUntilNs()).isLessThan(startNs);
    PathState gap = paths.at(pontianak, startNs + 3 * S);
    assertThat(gap.lostUntilNs()).as("no delay").isEqualTo(startNs + 4 * S);
    assertThat(gap.heldUntilNs()).as("streams wait").isEqualTo(gap.lostUntilNs());
    assertThat(paths.at(pontianak, startNs + 4 * S)).isEqualTo(paths.at(pontianak, startNs));
  }

  @Test
  void a03_whatItLeavesOutIsTheModels() throws Exception {
    PublishedPaths paths = follow("pontianak", "time_s,rtt_ms\n0,50\n", "");
    PathState state = paths.at(paths.terminal("pontianak"), startNs);
    assertThat(state.oneWayDelayNs()).isEqualTo(25 * MS);
    assertThat(state.downBps()).isEqualTo(16e6);
    paths = follow("pontianak", "time_s,rate_up_mbps,rate_down_mbps\n0,1,2\n", "");
    state = paths.at(paths.terminal("pontianak"), startNs);
    assertThat(state.upBps()).isEqualTo(1e6);
    assertThat(state.oneWayDelayNs())
        .isEqualTo(
            Math.round(1e9 * plan.forwarding().oneWayDelayS(paths.terminal("pontianak"), 0)));
    assertThat(paths.nextJumpNs(paths.terminal("pontianak"), next.slot().startNs()))
        .as("gaps of handovers are the model's too")
        .isEqualTo(next.slot().startNs() + 60 * MS);
  }

  @Test
  void a04_onlyAWholeTraceServesWhomTheModelDoesNot() throws Exception {
    PublishedPaths paths = follow("tromso", WHOLE, "");
    assertThat(paths.at(paths.terminal("tromso"), startNs).served()).isTrue();
    paths = follow("tromso", "time_s,rtt_ms\n0,50\n", "");
    assertThat(paths.at(paths.terminal("tromso"), startNs).reason())
        .isEqualTo(ReasonCode.NO_SATELLITE_IN_VIEW);
  }

  @Test
  void a05_whomADecisionKeepsFromServiceATraceDoesNotServe() throws Exception {
    String pause =
        "decisions: [{ name: none, effect: pause, terminals: [pontianak], legalBasis: a test }]\n";
    PublishedPaths paths = follow("pontianak", WHOLE, pause);
    PathState state = paths.at(paths.terminal("pontianak"), startNs);
    assertThat(state.served()).isFalse();
    assertThat(state.reason()).isEqualTo(ReasonCode.LINE_PAUSED);
  }

  @Test
  void a06_waysToOtherPlacesLeadOnFromTheHomePop() throws Exception {
    PublishedPaths paths = follow("pontianak", WHOLE, "");
    Node pontianak = new Node(Node.Kind.TERMINAL, paths.terminal("pontianak"));
    Node home = new Node(Node.Kind.POP, paths.pop("singapore"));
    Node gateway = new Node(Node.Kind.GATEWAY, 0);
    long onNs = paths.wayDelayNs(home, gateway, startNs);
    assertThat(onNs).isPositive();
    assertThat(paths.wayDelayNs(pontianak, gateway, startNs)).isEqualTo(20 * MS + onNs);
    assertThat(paths.wayDelayNs(gateway, pontianak, startNs)).isEqualTo(30 * MS + onNs);
    assertThat(paths.wayDelayNs(pontianak, home, startNs)).isEqualTo(20 * MS);
  }

  @Test
  void a07_anExportedPlanReplayedIsThePlan() throws Exception {
    Path out = folder.resolve("out");
    String file = ShortNetwork.file().toString();
    Outcome exported = Run.run("export", "trace", file, "--slots", "3", "--out", out.toString());
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    assertThat(Files.readString(out.resolve("tromso.csv")))
        .startsWith(TraceFolder.HEADER + "0.000,,0,0,100\n2.000,,0,0,100\n");
    PublishedPaths model = follow("pontianak", Files.readString(out.resolve("tromso.csv")), "");
    assertThat(model.at(model.terminal("pontianak"), startNs).lostUntilNs()).isEqualTo(startNs + S);
    PublishedPaths traced = follow("pontianak", Files.readString(out.resolve("pontianak.csv")), "");
    model = new PublishedPaths(new Planner(ShortNetwork.load()), () -> new LiveSlot(plan, next));
    int pontianak = model.terminal("pontianak");
    for (long ms = 100; ms < 4_000; ms += 50) {
      long atNs = startNs + ms * MS;
      PathState planned = model.at(pontianak, atNs);
      PathState replayed = traced.at(pontianak, atNs);
      assertThat((double) replayed.oneWayDelayNs())
          .isCloseTo((double) planned.oneWayDelayNs(), within(2.0));
      assertThat(replayed.heldUntilNs() > atNs).isEqualTo(planned.heldUntilNs() > atNs);
      if (planned.heldUntilNs() <= atNs) {
        assertThat(replayed.downBps()).isEqualTo(planned.downBps());
      }
    }
  }

  @Test
  void a08_itIsSaid() throws Exception {
    PublishedPaths paths = follow("tromso", WHOLE, "");
    WhoAmI who = paths.of(paths.terminal("tromso"), startNs + S);
    assertThat(who.trace()).isEqualTo("trace.csv");
    assertThat(who.reason()).isEqualTo(ReasonCode.SERVED);
    assertThat(who.rttNowMs()).isCloseTo(70, within(1e-9));
    assertThat(who.rttMs()).isCloseTo(50, within(1e-9));
    assertThat(who.upMbps()).isEqualTo(5);
    assertThat(paths.of(paths.terminal("tromso"), startNs + 3 * S).rttNowMs()).isNaN();
    assertThat(paths.of(paths.terminal("pontianak"), startNs).trace()).isNull();
    assertThat(Traced.written(network)).containsExactly("tromso=trace.csv");
    assertThat(Traced.shown(network))
        .containsExactly(
            "tromso follows trace.csv, a trace in place of the model: 5 rows, 4 s, again and"
                + " again");
  }
}
