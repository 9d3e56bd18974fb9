package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Main;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.Utc;

/** Terminals that say where they are while the network runs. Slots take two seconds. */
@Timeout(180)
final class A18_LivePlacesTest {
  private static final long S = 1_000_000_000L;
  private static final long START_NS = Utc.parseNs("2026-11-22T12:00:00Z");
  private static final int PONTIANAK = 1;
  private static final String AREA =
      """

      areas:
        - name: vellmark
          circle: { latDeg: -0.03, lonDeg: 109.34, radiusKm: 20 }
          border: { enterM: 500, leaveM: 1000, dwellS: 2, warnM: 5000, whenUnknown: dark }
      """;
  private static final String DARK =
      """
      decisions:
        - { name: quiet, effect: restrict, area: vellmark }
      """;

  @TempDir private Path folder = Path.of("");

  private final FakeTime time = new FakeTime(START_NS);
  private final NetworkClock clock = NetworkClock.ofWall(time);
  private final List<String> told = new ArrayList<>();

  // Set by begin().
  @SuppressWarnings("NullAway.Init")
  private LiveOutages outages;

  @SuppressWarnings("NullAway.Init")
  private Network network;

  @SuppressWarnings("NullAway.Init")
  private PlaceNews news;

  private @Nullable SlotPlan last;

  private void begin(String lines) throws Exception {
    network = ShortNetwork.with(lines, folder);
    outages = new LiveOutages(new Planner(network), clock);
    news = new PlaceNews(network.terminals());
    plan(0);
  }

  /** Plans the slot that begins so many seconds after the start; the reason for its terminal. */
  private ReasonCode plan(long afterS) {
    Slot slot = network.slots().at(START_NS + afterS * S);
    SlotPlan plan = outages.plan(slot, last);
    last = plan;
    for (Happening one : news.of(plan.policy(), outages.places().fixes(slot))) {
      assertThat(new JsonStatus().happening(one)).contains("\"event\":\"moves\"");
      told.add(PlainHappening.text(one));
    }
    return plan.schedule().reason(PONTIANAK);
  }

  /** So many kilometres east of home. */
  private void report(double eastKm, long atS) {
    GeodeticPoint place = GeodeticPoint.ofDegrees(-0.03, 109.34 + eastKm / 111.195, 0);
    outages.places().report(PONTIANAK, place, 10, START_NS + atS * S);
  }

  @Test
  void a01_itLeavesADarkArea_onceItHasBeenBeyondTheBorderForLong_andIsWarned() throws Exception {
    begin(AREA + DARK);
    assertThat(plan(2)).isEqualTo(ReasonCode.AREA_DARK);
    report(20.5, 3);
    assertThat(plan(4)).as("too near to the border").isEqualTo(ReasonCode.AREA_DARK);
    report(23, 5);
    assertThat(plan(6)).as("not for long").isEqualTo(ReasonCode.AREA_DARK);
    report(23, 7);
    assertThat(plan(8)).isEqualTo(ReasonCode.SERVED);
    report(23, 9);
    plan(10);
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("terminal pontianak is 3.")
        .endsWith(
            " km from the border of area vellmark, beyond which it is not served: AREA_DARK by"
                + " scenario:quiet (hypothetical)");
    report(19.8, 11);
    assertThat(plan(12)).as("too near to the border").isEqualTo(ReasonCode.SERVED);
    report(19, 13);
    plan(14);
    report(19, 15);
    assertThat(plan(16)).isEqualTo(ReasonCode.AREA_DARK);
  }

  @Test
  void a02_whereReportsStopItKeepsItsState_thenItsAreaDarkensIt_untilItReportsAgain()
      throws Exception {
    begin(AREA);
    report(0, 1);
    assertThat(plan(2)).isEqualTo(ReasonCode.SERVED);
    assertThat(plan(60)).isEqualTo(ReasonCode.SERVED);
    assertThat(told).isEmpty();
    assertThat(plan(62)).isEqualTo(ReasonCode.SERVED);
    assertThat(told).singleElement().asString().contains("does not say where it is");
    assertThat(plan(60 + 898)).isEqualTo(ReasonCode.SERVED);
    assertThat(plan(60 + 900)).isEqualTo(ReasonCode.UNKNOWN_LOCATION);
    assertThat(last == null ? "" : last.policy().verdict(PONTIANAK).decision())
        .isEqualTo("area:vellmark");
    report(0, 60 + 901);
    assertThat(plan(60 + 902)).isEqualTo(ReasonCode.SERVED);
    assertThat(told).hasSize(3);
    assertThat(told.get(1)).contains("UNKNOWN_LOCATION");
    assertThat(told.get(2)).contains("says again where it is");
  }

  @Test
  void a03_whoKnowsThatItDoesNotKnowSaysSo() throws Exception {
    begin(AREA);
    outages.places().lose(PONTIANAK, START_NS + S);
    assertThat(plan(2)).isEqualTo(ReasonCode.SERVED);
    assertThat(told).singleElement().asString().contains("does not say where it is");
    assertThat(plan(1_000)).isEqualTo(ReasonCode.UNKNOWN_LOCATION);
  }

  @Test
  void a04_aRunningSlotIsReroutedWithTerminalsWhereTheyWereWhenItBegan() throws Exception {
    begin("");
    SlotPlan running = last == null ? outages.plan(network.slots().at(START_NS), null) : last;
    report(300, 1);
    plan(2);
    outages.fail(List.of("pop:tokyo"), null);
    SlotPlan rerouted = outages.reroute(running);
    assertThat(rerouted.forwarding().oneWayDelayS(PONTIANAK, 0))
        .isEqualTo(running.forwarding().oneWayDelayS(PONTIANAK, 0));
  }

  @Test
  void a05_byTheCommandLine() throws Exception {
    try (Child up = A08_UpProcessTest.up(folder)) {
      up.await("slot   1");
      assertThat(tell("terminal", "move", "atlantis", "--at", "0,0")).isEqualTo(ExitCode.USAGE);
      assertThat(tell("terminal", "move", "pontianak")).isEqualTo(ExitCode.USAGE);
      assertThat(tell("terminal", "move", "pontianak", "--at=-0.9,109.9", "--sigma", "25"))
          .isEqualTo(ExitCode.DONE);
      String row = "pontianak,-0.900000,109.900000,";
      for (int look = 0; look < 60 && !told.getLast().startsWith(row); look++) {
        assertThat(tell("terminal", "places", "--format", "csv")).isEqualTo(ExitCode.DONE);
      }
      assertThat(told.getLast())
          .matches("pontianak,-0.900000,109.900000,(25)?,(true|false),,,SERVED,,,");
    }
  }

  private int tell(String... words) throws Exception {
    try (Child child = Child.start(A04_PlacesTest.environment(folder), Main.class, words)) {
      int code = child.exitCode();
      told.addAll(child.output());
      return code;
    }
  }
}
