package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;
import org.orbweaver.dataplane.PathState;
import org.orbweaver.dataplane.WhoAmI;

final class A07_PublishedPathsTest {
  private static final long MS = 1_000_000L;
  private static final long S = 1_000_000_000L;

  private Network network;
  private SlotPlan now;
  private SlotPlan next;
  private LiveSlot live;
  private PublishedPaths paths;
  private int pontianak;
  private int tromso;

  @BeforeEach
  void setUp() throws Exception {
    network = ShortNetwork.load();
    Planner planner = new Planner(network);
    Slot slot = network.slots().at(network.startNs());
    now = planner.plan(slot, null);
    next = planner.plan(network.slots().next(slot), now);
    live = new LiveSlot(now, next);
    paths = new PublishedPaths(planner, () -> live);
    pontianak = paths.terminal("pontianak");
    tromso = paths.terminal("tromso");
  }

  @Test
  void a01_namesAndIndices() {
    assertThat(paths.terminals()).isEqualTo(2);
    assertThat(paths.terminalName(pontianak)).isEqualTo("pontianak");
    assertThat(paths.terminal("nobody")).isEqualTo(-1);
    assertThat(paths.pops()).isEqualTo(2);
    assertThat(paths.popName(paths.pop("tokyo"))).isEqualTo("tokyo");
    assertThat(paths.pop("nowhere")).isEqualTo(-1);
  }

  @Test
  void a02_fibreBetweenPops() {
    int singapore = paths.pop("singapore");
    int tokyo = paths.pop("tokyo");
    // 5,320 km of great circle, 1.4 times that in glass, at 200,000 km/s.
    assertThat(paths.popToPopDelayNs(singapore, tokyo) / 1e6).isCloseTo(37.2, within(0.3));
    assertThat(paths.popToPopDelayNs(tokyo, singapore))
        .isEqualTo(paths.popToPopDelayNs(singapore, tokyo));
    assertThat(paths.popToPopDelayNs(tokyo, tokyo)).isZero();
  }

  @Test
  void a03_theDelayIsLinearWithinTheSlot() {
    long startNs = now.slot().startNs();
    PathState first = paths.at(pontianak, startNs);
    PathState middle = paths.at(pontianak, startNs + S);
    PathState last = paths.at(pontianak, startNs + 2 * S - 1);
    assertThat(first.oneWayDelayNs())
        .isEqualTo(Math.round(1e9 * now.forwarding().oneWayDelayS(pontianak, 0)));
    assertThat(last.oneWayDelayNs()).isNotEqualTo(first.oneWayDelayNs());
    assertThat((double) middle.oneWayDelayNs())
        .isCloseTo((first.oneWayDelayNs() + last.oneWayDelayNs()) / 2.0, within(2.0));
  }

  @Test
  void a03b_accessIsAddedToRealTrafficWhereTheScenarioSaysSo(@TempDir Path folder)
      throws Exception {
    long startNs = now.slot().startNs();
    assertThat(paths.at(pontianak, startNs).upExtraNs()).isZero();
    Network full = ShortNetwork.with("\ndelay: { carried: full, accessMedianMs: 30 }\n", folder);
    Planner planner = new Planner(full);
    var delayed = new PublishedPaths(planner, () -> new LiveSlot(now, next));
    double[] extraMs =
        IntStream.range(0, 2000)
            .mapToLong(k -> startNs + k * MS)
            .mapToObj(at -> delayed.at(pontianak, at))
            .mapToDouble(state -> 1e-6 * (state.upExtraNs() + state.downExtraNs()))
            .sorted()
            .toArray();
    assertThat(extraMs[0]).isGreaterThan(4.6);
    assertThat(extraMs[1000]).as("one slot's share of the median").isBetween(12.0, 60.0);
    assertThat(extraMs[1999]).isGreaterThan(1.5 * extraMs[1000]);
    assertThat(delayed.at(pontianak, startNs).oneWayDelayNs())
        .isEqualTo(paths.at(pontianak, startNs).oneWayDelayNs());
  }

  @Test
  void a04_aTerminalWithServiceHasTheRatesOfThePlan() {
    PathState state = paths.at(pontianak, now.slot().startNs());
    assertThat(state.served()).isTrue();
    assertThat(state.reason()).isEqualTo(ReasonCode.SERVED);
    assertThat(state.downBps()).isEqualTo(16e6);
    assertThat(state.upBps()).isEqualTo(4e6);
    assertThat(state.homePop()).isEqualTo(paths.pop("singapore"));
  }

  @Test
  void a05_aTerminalWithoutServiceSaysWhyAndKeepsItsHome() {
    PathState state = paths.at(tromso, now.slot().startNs());
    assertThat(state.served()).isFalse();
    assertThat(state.reason()).isEqualTo(ReasonCode.NO_SATELLITE_IN_VIEW);
    assertThat(state.homePop()).isEqualTo(paths.pop("tokyo"));
  }

  @Test
  void a06_aHandoverHoldsTrafficFromTheBoundaryOn() {
    assertThat(next.schedule().isHandover(pontianak)).as("the ring moves on").isTrue();
    assertThat(paths.at(pontianak, now.slot().endNs() - 1).heldUntilNs())
        .as("before it, and in the first slot, nothing is held")
        .isLessThan(now.slot().startNs());
    assertThat(paths.at(pontianak, next.slot().startNs()).heldUntilNs())
        .isEqualTo(next.slot().startNs() + 60 * MS);
  }

  @Test
  void a06b_afterAHandoverTheRateFromTheTerminalIsLessForHalfASecond() {
    long boundaryNs = next.slot().startNs();
    assertThat(paths.at(pontianak, boundaryNs).upBps()).isBetween(0.45 * 4e6, 0.82 * 4e6);
    assertThat(paths.at(pontianak, boundaryNs).downBps()).isEqualTo(16e6);
    assertThat(paths.at(pontianak, boundaryNs + 500 * MS).upBps()).isEqualTo(4e6);
    assertThat(paths.nextJumpNs(pontianak, boundaryNs)).isEqualTo(boundaryNs + 60 * MS);
    assertThat(paths.nextJumpNs(pontianak, boundaryNs + 60 * MS)).isEqualTo(boundaryNs + 500 * MS);
    assertThat(paths.nextJumpNs(pontianak, boundaryNs + 500 * MS)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void a06c_inTheHardProfileAllIsLostAroundEachBoundary(@TempDir Path folder) throws Exception {
    Network hard =
        ShortNetwork.changed(
            "handoverHoldMs: 60", "handover: { profile: hard, lossPercent: 1 }", folder);
    Planner planner = new Planner(hard);
    var lossy = new PublishedPaths(planner, () -> new LiveSlot(now, next));
    long boundaryNs = next.slot().startNs();
    long gapNs = lossy.nextJumpNs(pontianak, boundaryNs - S);
    assertThat((boundaryNs - gapNs) / 1e6).isBetween(110.0, 210.0);
    assertThat(lossy.at(pontianak, gapNs - 1).lostUntilNs()).isLessThan(gapNs);
    long endNs = lossy.at(pontianak, gapNs).lostUntilNs();
    assertThat((endNs - gapNs) / 1e6).isBetween(465.0, 570.0);
    assertThat(lossy.at(pontianak, gapNs).heldUntilNs()).as("streams wait").isEqualTo(endNs);
    assertThat(lossy.at(pontianak, boundaryNs).lostUntilNs()).isEqualTo(endNs);
    assertThat(lossy.nextJumpNs(pontianak, gapNs)).isEqualTo(endNs);
    assertThat(lossy.at(pontianak, gapNs - 1).loss()).isEqualTo(0.01);
    assertThat(paths.at(pontianak, boundaryNs).lostUntilNs()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void a07_theNextPlanIsInForceFromItsStart() {
    long boundaryNs = next.slot().startNs();
    assertThat(paths.of(pontianak, boundaryNs - 1).satellite())
        .isEqualTo(name(now.schedule().satellite(pontianak)));
    assertThat(paths.of(pontianak, boundaryNs).satellite())
        .isEqualTo(name(next.schedule().satellite(pontianak)));
  }

  @Test
  void a08_beyondALatePlanTheDelayStaysAtItsLastValue() {
    live = new LiveSlot(now, null);
    long endNs = now.slot().endNs();
    assertThat(paths.at(pontianak, endNs + 30 * S)).isEqualTo(paths.at(pontianak, endNs));
  }

  @Test
  void a09_whoamiSaysWhatThePlanSays() {
    long startNs = now.slot().startNs();
    WhoAmI who = paths.of(pontianak, startNs + S);
    var schedule = now.schedule();
    assertThat(who.terminal()).isEqualTo("pontianak");
    assertThat(who.reason()).isEqualTo(ReasonCode.SERVED);
    assertThat(who.satellite()).isEqualTo(name(schedule.satellite(pontianak)));
    assertThat(who.noradId()).as("generated").isNull();
    assertThat(who.gateway()).isEqualTo("batam");
    assertThat(who.pop()).isEqualTo("singapore");
    assertThat(who.elevationDeg()).isEqualTo(Math.toDegrees(schedule.elevationRad(pontianak)));
    assertThat(who.azimuthDeg()).isEqualTo(Math.toDegrees(schedule.azimuthRad(pontianak)));
    assertThat(who.rangeKm()).isEqualTo(schedule.rangeM(pontianak) / 1e3);
    assertThat(who.islHops()).isZero();
    assertThat(who.rttMs()).isEqualTo(2e3 * now.forwarding().oneWayDelayS(pontianak, 0));
    assertThat(who.rttNowMs()).isEqualTo(2e3 * now.forwarding().oneWayDelayS(pontianak, 0.5));
    assertThat(who.downMbps()).isEqualTo(16);
    assertThat(who.upMbps()).isEqualTo(4);
    assertThat(who.slotStartNs()).isEqualTo(startNs);
  }

  @Test
  void a10_whoamiNamesTheNextHandoverWhereItIsPlanned() {
    WhoAmI who = paths.of(pontianak, now.slot().startNs());
    assertThat(who.nextHandoverNs()).isEqualTo(next.slot().startNs());
    live = new LiveSlot(now, null);
    who = paths.of(pontianak, now.slot().startNs());
    assertThat(who.nextHandoverNs()).isNull();
    assertThat(who.notBeforeNs())
        .as("nothing known beyond this slot")
        .isEqualTo(now.slot().endNs());
  }

  @Test
  void a11_whoamiSaysHowFarItKnowsThatThereIsNone() {
    SlotPlan same =
        new SlotPlan(
            next.slot(),
            next.start(),
            next.end(),
            now.topology(),
            now.schedule(),
            now.forwarding(),
            now.outages(),
            now.policy(),
            now.links());
    live = new LiveSlot(now, same);
    WhoAmI who = paths.of(pontianak, now.slot().startNs());
    assertThat(who.nextHandoverNs()).isNull();
    assertThat(who.notBeforeNs()).isEqualTo(next.slot().endNs());
  }

  @Test
  void a12_whoamiWithoutService() {
    WhoAmI who = paths.of(tromso, now.slot().startNs());
    assertThat(who.reason()).isEqualTo(ReasonCode.NO_SATELLITE_IN_VIEW);
    assertThat(who.satellite()).isNull();
    assertThat(who.gateway()).isNull();
    assertThat(who.pop()).isEqualTo("tokyo");
    assertThat(who.elevationDeg()).isNaN();
    assertThat(who.rttNowMs()).isNaN();
    assertThat(who.downMbps()).isZero();
  }

  private String name(int satellite) {
    return network.ephemeris().elements(satellite).name();
  }
}
