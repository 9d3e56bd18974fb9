package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.traffic.LinkTrace;

/** Recorded traces in place of the model. */
class D12_TracesTest {
  private static final String NET =
      """
      format: orbweaver/1
      name: net
      time: { start: 2026-05-21T00:00:12Z }
      constellations:
        - name: s
          walker: { altitudeKm: 550, inclinationDeg: 53, planes: 3, perPlane: 4 }
      terminals: { sites: [{ name: berlin, latDeg: 52, lonDeg: 13 }, { name: accra, latDeg: 6, lonDeg: 0 }] }
      packets:
        traces:
      """;

  private static final String BERLIN = "    - { terminals: [berlin], file: traces/a.csv }\n";

  private static final long START_NS = 1_779_321_612_000_000_000L;
  private static final long SECOND_NS = 1_000_000_000L;

  @TempDir Path temp;

  private LinkTrace berlin(String table) {
    Network network = new Folder(temp).with("traces/a.csv", table).network(NET + BERLIN);
    assertThat(network.trace(1)).isNull();
    return Objects.requireNonNull(network.trace(0));
  }

  private String problems(String table) {
    return new Folder(temp).with("traces/a.csv", table).problems(NET + BERLIN);
  }

  @Test
  void a01_secondsCountFromTheNetworksStart_andItBeginsAnewWhereItEnds() {
    LinkTrace trace =
        berlin(
            """
            time_s,rtt_ms,rate_up_mbps,rate_down_mbps,loss_percent
            0,40,10,100,0
            2.5,60,0,50,1.5
            10,60,0,50,1.5
            """);
    assertThat(trace.name()).isEqualTo("traces/a.csv");
    assertThat(trace.repeats()).isTrue();
    assertThat(trace.lengthNs()).isEqualTo(10 * SECOND_NS);
    assertThat(trace.at(START_NS + 12_500_000_000L))
        .isEqualTo(new LinkTrace.Row(START_NS + 2_500_000_000L, 0.03, 0.03, 0, 50e6, 0.015));
    assertThat(trace.at(START_NS + 11_250_000_000L).upS()).isCloseTo(0.025, within(1e-12));
  }

  @Test
  void a02_timesOfDay_andEachWayByItself() {
    LinkTrace trace =
        berlin(
            """
            time_utc,up_ms,down_ms,note
            2026-05-21T00:00:12Z,30,10,a ping of 2026
            2026-05-21T00:00:13.500Z,,,
            2026-05-21T00:00:14Z,30,10,
            """);
    assertThat(trace.hasRates()).isFalse();
    assertThat(trace.hasLoss()).isFalse();
    assertThat(trace.at(START_NS).upS()).isCloseTo(0.03, within(1e-12));
    assertThat(trace.at(START_NS).downS()).isCloseTo(0.01, within(1e-12));
    assertThat(trace.isGapAt(START_NS + SECOND_NS)).isFalse();
    assertThat(trace.isGapAt(START_NS + 1_600_000_000L)).isTrue();
  }

  @Test
  void a03_aTableOfRatesAloneLeavesDelaysToTheModel() {
    LinkTrace trace = berlin("time_s,rate_up_mbps,rate_down_mbps\n0,1,2\n1,3,4\n");
    assertThat(trace.hasDelays()).isFalse();
    assertThat(trace.at(START_NS).upBps()).isEqualTo(1e6);
    assertThat(trace.isGapAt(START_NS)).isFalse();
  }

  @Test
  void a04_everyProblemOfATableAtOnce() {
    assertThat(
            problems(
                """
                time_s,rtt_ms,rate_up_mbps,loss_percent
                0,40,1,0
                soon,40,1,0
                0.0001,40,1,101
                """))
        .isEqualTo(
            """
            traces/a.csv:3:1 time_s: is "soon"; a number from 0 to 1000000000
            traces/a.csv:4:13 loss_percent: is 101; a number from 0 to 100
            """);
    assertThat(
            problems(
                """
                time_s,rtt_ms,rate_up_mbps,loss_percent
                0,40,1,0
                0.0001,40,1,
                0.0001,40,1,0
                0.0001,40,1,0
                """))
        .isEqualTo(
            """
            traces/a.csv:2:1 rate_down_mbps: is empty; a number, as in other rows
            traces/a.csv:3:1 rate_down_mbps: is empty; a number, as in other rows
            traces/a.csv:3:1 time_s: is less than a millisecond after the row before; at least that, or the same time for a jump
            traces/a.csv:3:13 loss_percent: is empty; a number, as in other rows
            traces/a.csv:4:1 rate_down_mbps: is empty; a number, as in other rows
            traces/a.csv:5:1 rate_down_mbps: is empty; a number, as in other rows
            traces/a.csv:5:1 time_s: is the third row of one time; at most two, for a jump
            """);
  }

  @Test
  void a05_tablesThatAreNoTraces() {
    assertThat(problems("time_s,rtt\n0,40\n"))
        .isEqualTo("traces/a.csv:1:8 rtt: is not a column of this table; did you mean rtt_ms?\n");
    assertThat(problems("time_s\n0\n")).contains("says nothing of the path");
    assertThat(problems("time_s,rtt_ms\n")).contains("has no rows");
    assertThat(problems("time_s,time_utc,rtt_ms\n0,2026-05-21T00:00:12Z,4\n"))
        .contains("traces/a.csv:2:3 time_utc: stands beside time_s; one of the two");
    assertThat(problems("time_s,time_utc,rtt_ms\n0,,4\n,2026-05-21T00:00:12Z,4\n"))
        .contains("traces/a.csv:3:1 time_s: is empty");
    assertThat(problems("rtt_ms\n4\n")).contains("traces/a.csv:2:1 time_utc: is empty");
    assertThat(problems("time_utc,rtt_ms\nnoon,4\n")).contains("such as 2026-05-21T00:00:12Z");
    assertThat(problems("time_s,rtt_ms,up_ms\n0,4,2\n")).contains("up_ms: stands in a table");
    assertThat(problems("time_s,up_ms\n0,4\n")).contains("2:1 down_ms: is empty");
    assertThat(problems("time_s,rtt_ms\n5,4\n4,4\n")).contains("3:1 time_s: is less than");
  }

  @Test
  void a06_terminalsAndFilesThatAreNotThere() {
    String traces =
        """
            - { terminals: [berlim], file: traces/none.csv }
            - { terminals: [accra], file: traces/a.csv }
            - { terminals: [accra], file: traces/a.csv, repeat: no }
        """;
    assertThat(
            new Folder(temp)
                .with("traces/a.csv", "time_s,rtt_ms\n0,40\n")
                .problems(NET + traces.indent(2)))
        .contains("packets.traces[0].terminals[0]: is \"berlim\"; did you mean berlin?")
        .contains("traces/none.csv:1:1")
        .contains("which follows traces/a.csv already; each terminal in one trace")
        .contains("packets.traces[2].repeat: is text, \"no\"; true or false");
  }
}
