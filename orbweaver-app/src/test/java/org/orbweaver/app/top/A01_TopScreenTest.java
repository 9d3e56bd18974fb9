package org.orbweaver.app.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.orbweaver.app.output.Format;
import org.orbweaver.app.output.RowWriter;

/** What a person sees of nodes, and what programs get of the same. */
final class A01_TopScreenTest {
  private static final String ENGINE =
      "network=hello\ttime_utc=2026-11-22T12:00:03Z\tslot_ends_ns=4200000000\tpackets=1000"
          + "\tlate_p50_ns=12000\tlate_p99_ns=%d\tlate_p999_ns=3000000\tat_ns=%d";
  private static final String BERLIN =
      "node=berlin\tkind=terminal\tup_bytes=%d\tdown_bytes=%d\tup_dropped=%d\tup_lost=2"
          + "\tup_waiting_bytes=50000\tdown_waiting_bytes=0\tup_waiting_ns=20000000"
          + "\tdown_waiting_ns=0\tone_way_ns=20000000\tup_bps=2.0E7\tdown_bps=1.0E8"
          + "\treason=SERVED\tsatellite=STARLINK-1\tgateway=usingen\tpop=frankfurt"
          + "\thandover_in_ns=4200000000";
  private static final String POP = "node=pop:frankfurt\tkind=pop\tsent_bytes=%d\tgot_bytes=%d";
  private static final String DARK =
      "node=tromso\tkind=terminal\tup_bytes=0\tdown_bytes=0\tup_refused=7\tup_waiting_ns=0"
          + "\tdown_waiting_ns=0\tone_way_ns=0\tup_bps=0.0\tdown_bps=0.0"
          + "\treason=NO_SATELLITE_IN_VIEW\thandover_not_before_ns=19000000000";

  private static TopLook look(long atS, long lateNs, String... nodes) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, ENGINE, lateNs, atS * 1_000_000_000L));
    lines.addAll(List.of(nodes));
    return TopLook.of(lines);
  }

  private static final TopLook BEFORE =
      look(10, 40_000, BERLIN.formatted(0, 0, 0), POP.formatted(0, 0), DARK);
  private static final TopLook AFTER =
      look(
          12,
          40_000,
          BERLIN.formatted(2_500_000, 250_000, 30),
          POP.formatted(250_000, 2_500_000),
          DARK);

  private static List<TopRow> rows(TopRow.Order order) {
    return AFTER.since(BEFORE, name -> true).stream().sorted(order.comparator).toList();
  }

  private static List<String> lines(int width, int height) {
    return new TopScreen(false).lines(AFTER, rows(TopRow.Order.RATE), width, height);
  }

  @Test
  void a01_ratesAreOfTheTimeBetweenTwoLooks_andWhatIsNotThereIsNotANumber() {
    assertThat(lines(200, 24))
        .startsWith(
            "hello  2026-11-22T12:00:03Z  slot ends in 4.2 s  3 nodes  q ends",
            "1000 packets handed over; late by 12 µs (median), 40 µs (p99), 3000 µs (p99.9)",
            "")
        .anySatisfy(line ->
            assertThat(line)
                .matches(
                    "berlin +10.0 +1.00 +20.00 +40.00 +20 / 0 +15 queue +4.2 s +STARLINK-1 +usingen"
                        + " +frankfurt +50.0 +0.0 +20.0 +100.0"))
        .anySatisfy(line -> assertThat(line).matches("pop:frankfurt +1.00 +10.0 +- +- +- +0 +- .*"))
        .anySatisfy(line ->
            assertThat(line)
                .matches("tromso +0.00 +0.00 +- +- +0 / 0 +0 +> 19 s +NO_SATELLITE_IN_VIEW .*"));
  }

  @Test
  void a02_linesFitTheTerminal_whateverItsSize() {
    for (int width = 1; width < 200; width += 7) {
      for (int height = 1; height < 12; height++) {
        List<String> lines = lines(width, height);
        assertThat(lines.size()).as("%d x %d", width, height).isLessThanOrEqualTo(height);
        int most = width;
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(most));
      }
    }
    assertThat(lines(80, 6)).last().isEqualTo("and 2 nodes more");
    assertThat(lines(40, 24)).noneMatch(line -> line.contains("SATELLITE"));
  }

  @Test
  void a03_whatCannotBeTrustedIsSaidLoudly() {
    TopLook late = look(12, 1_500_000, BERLIN.formatted(0, 0, 0));
    List<TopRow> rows = late.since(null, name -> true);
    assertThat(new TopScreen(false).lines(late, rows, 120, 24)).contains(SelfCheck.INVALID);
    assertThat(new TopScreen(true).lines(late, rows, 120, 24))
        .anyMatch(line -> line.startsWith("\033[1;37;41mINVALID") && line.endsWith("\033[0m"));
    StringWriter said = new StringWriter();
    assertThat(SelfCheck.told(new PrintWriter(said, true), late.engine())).isFalse();
    assertThat(said.toString()).contains("1500 µs (p99)", SelfCheck.INVALID);
    assertThat(SelfCheck.told(new PrintWriter(said, true), AFTER.engine())).isTrue();
  }

  @Test
  void a04_withoutNodesItSaysHowToGetOne() {
    TopLook empty = look(1, 0);
    assertThat(new TopScreen(false).lines(empty, List.of(), 120, 24))
        .last()
        .asString()
        .contains("orbweaver exec");
  }

  @Test
  void a05_ordersAndFilters() {
    assertThat(rows(TopRow.Order.NAME))
        .extracting(TopRow::name)
        .containsExactly("berlin", "pop:frankfurt", "tromso");
    assertThat(rows(TopRow.Order.DROPS).getFirst().name()).isEqualTo("berlin");
    assertThat(rows(TopRow.Order.QUEUE).getFirst().name()).isEqualTo("berlin");
    assertThat(AFTER.since(BEFORE, name -> name.startsWith("pop"))).hasSize(1);
    assertThat(Top.ORDERS).containsExactly("rate", "name", "delay", "queue", "drops");
  }

  @Test
  void a06_programsGetTheSameWithUnitsInNames() {
    StringWriter out = new StringWriter();
    try (RowWriter writer = RowWriter.of(Format.CSV, new PrintWriter(out), TopSheet.SHEET, false)) {
      TopSheet.write(writer, AFTER, rows(TopRow.Order.NAME));
    }
    assertThat(out.toString().lines())
        .contains(
            "berlin,SERVED,10.000,1.000,20.000,100.000,20.000,40.000,50000,20.000,0,0.000,"
                + "30,0,0,0,0,0,0,0,STARLINK-1,usingen,frankfurt,4.2,,4.2,2.000,true,",
            "pop:frankfurt,,1.000,10.000,,,,,,,,,0,0,0,0,0,0,0,0,,,,,,4.2,2.000,true,");
  }
}
