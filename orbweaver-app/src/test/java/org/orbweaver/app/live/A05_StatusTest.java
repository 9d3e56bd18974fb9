package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.time.SlotGrid;
import org.orbweaver.core.time.Utc;

final class A05_StatusTest {
  private static final long S = 1_000_000_000L;
  private static final long MS = 1_000_000L;
  private static final SlotPlan PLAN =
      FakePlans.of(new SlotGrid(15 * S, 12 * S).at(Utc.parseNs("2026-11-22T12:00:27Z")));

  private static SlotStatus status(long planNs, long lateNs, long stepNs) {
    return new SlotStatus(
        new SlotReport(7, PLAN, planNs, lateNs, stepNs, 0, List.of()),
        11,
        12,
        3,
        new Carried(1_234_567, 40_100, 1, 0, 0),
        new Carried(2_000_000, 50_000, 2, 70, 3));
  }

  private static final Opening OPENING =
      new Opening(
          "0.1.0",
          "hello",
          4711,
          1584,
          31,
          10,
          12,
          Utc.parseNs("2026-11-22T12:00:20.123456Z"),
          15 * S,
          1080,
          9464,
          List.of("tcp:127.0.0.1:8080=berlin:frankfurt.pop.orbweaver:80"),
          List.of("tcp 127.0.0.1:8080 leads through berlin to frankfurt.pop.orbweaver:80"),
          List.of("accra=traces/accra.csv"),
          List.of("accra follows traces/accra.csv"),
          "curl -x socks5h://berlin:@127.0.0.1:1080 http://frankfurt.pop.orbweaver/whoami");

  @Test
  void a01_aCalmLineForASlot() {
    assertThat(new PlainStatus().slot(status(18 * MS, 0, 0)))
        .isEqualTo(
            "12:00:27Z  slot   7  served 11/12  handovers  3  planned in  18 ms"
                + "  carried 1.2 MB down  40 kB up");
  }

  @Test
  void a02_aLatePlanIsSaid() {
    assertThat(new PlainStatus().slot(status(15_250 * MS, 250 * MS, 0)))
        .endsWith("planned in 15250 ms  carried 1.2 MB down  40 kB up  late by 250 ms");
  }

  @Test
  void a03_stepsOfTheClockAreSaid() {
    assertThat(new PlainStatus().slot(status(MS, 0, 3600 * S)))
        .endsWith("  clock set forward by 1 h 0 min");
    assertThat(new PlainStatus().slot(status(MS, 0, -90 * S)))
        .endsWith("  clock set back by 1 min 30 s; network time goes on");
  }

  @Test
  void a04_theHeaderSaysAllThatIsNeededToTryAndToStop() {
    assertThat(new PlainStatus().opening(OPENING))
        .isEqualToNormalizingNewlines(
            """
            Orbweaver 0.1.0  network hello
            1,584 satellites, 31 gateways, 10 PoPs, 12 terminals
            from 2026-11-22T12:00:20Z, slots of 15 s
            SOCKS5 on 127.0.0.1:1080; the user name chooses the terminal
            metrics on http://127.0.0.1:9464/metrics
            tcp 127.0.0.1:8080 leads through berlin to frankfurt.pop.orbweaver:80
            accra follows traces/accra.csv

            Try   curl -x socks5h://berlin:@127.0.0.1:1080 http://frankfurt.pop.orbweaver/whoami
            Stop  Ctrl-C, or: orbweaver down hello
            """);
  }

  @Test
  void a05_theLastLineSaysWhatWasCarried() {
    Carried total = new Carried(12_300_000, 1_200_000, 7, 0, 0);
    assertThat(
            new PlainStatus()
                .farewell(new Farewell("INT", 134 * S, new Punctuality(9, 9, 18 * MS, 0), total)))
        .isEqualTo(
            "Stopped after 2 min 14 s: 9 slots, all planned in time, longest 18 ms;"
                + " carried 12 MB down and 1.2 MB up over 7 connections.");
    assertThat(
            new PlainStatus()
                .farewell(new Farewell("TERM", S, new Punctuality(9, 7, 18 * MS, 3 * MS), total)))
        .contains("9 slots, 2 late by up to 3.0 ms, longest planning 18 ms");
  }

  @Test
  void a05_datagramsAreToldOfWhereThereAreAny() {
    SlotStatus dropped =
        new SlotStatus(
            new SlotReport(7, PLAN, MS, 0, 0, 0, List.of()),
            11,
            12,
            3,
            new Carried(0, 0, 0, 40, 1_200),
            new Carried(0, 0, 0, 40, 1_200));
    assertThat(new PlainStatus().slot(dropped)).endsWith("0 B up  dropped 1,200 datagrams");
    Carried one = new Carried(0, 0, 0, 0, 1);
    assertThat(new PlainStatus().slot(new SlotStatus(dropped.report(), 11, 12, 3, one, one)))
        .endsWith("0 B up  dropped 1 datagram");
    Carried total = new Carried(12_300_000, 1_200_000, 1, 3_400, 12);
    assertThat(
            new PlainStatus()
                .farewell(new Farewell("INT", 134 * S, new Punctuality(9, 9, 18 * MS, 0), total)))
        .endsWith("over 1 connection, 3,400 datagrams and 12 dropped.");
  }

  @Test
  void a06_machinesGetOneObjectALine() {
    String all =
        List.of(
                new JsonStatus().opening(OPENING),
                new JsonStatus().slot(status(18 * MS, 0, 0)),
                new JsonStatus()
                    .farewell(
                        new Farewell(
                            "TERM", 134 * S, new Punctuality(9, 9, 18 * MS, 0), Carried.NOTHING)))
            .stream()
            .collect(Collectors.joining("\n"));
    assertThat(all)
        .isEqualTo(
            """
            {"format":"orbweaver.up/1","event":"started","version":"0.1.0","network":"hello",\
            "pid":4711,"satellites":1584,"gateways":31,"pops":10,"terminals":12,\
            "startUtc":"2026-11-22T12:00:20.123456Z","slotSeconds":15,"socksPort":1080,\
            "try":"curl -x socks5h://berlin:@127.0.0.1:1080 \
            http://frankfurt.pop.orbweaver/whoami",\
            "forwards":["tcp:127.0.0.1:8080=berlin:frankfurt.pop.orbweaver:80"],"traces":["accra=traces/accra.csv"],"metricsPort":9464}
            {"format":"orbweaver.up/1","event":"slot","slot":7,\
            "slotStartUtc":"2026-11-22T12:00:27Z","served":11,"terminals":12,"handovers":3,\
            "planMs":18.000,"lateMs":0.000,"clockStepS":0.000,"slotsLeftOut":0,"out":[],\
            "downBytes":1234567,\
            "upBytes":40100,"totalDownBytes":2000000,"totalUpBytes":50000,"connections":2,\
            "datagrams":70,"datagramsDropped":3}
            {"format":"orbweaver.up/1","event":"stopped","reason":"TERM","livedS":134.000,\
            "slots":9,"slotsInTime":9,"worstPlanMs":18.000,"worstLateMs":0.000,\
            "totalDownBytes":0,"totalUpBytes":0,"connections":0,"datagrams":0,"datagramsDropped":0}\
            """);
  }

  private static final long AT_NS = Utc.parseNs("2026-11-22T12:00:31.5Z");

  private static final List<Happening> HAPPENINGS =
      List.of(
          new Happening.Failed(
              AT_NS, List.of("gateway:aerzen"), Long.MAX_VALUE, 3, 1, 2, AT_NS + 10 * S, 18 * MS),
          new Happening.Failed(
              AT_NS, List.of("a", "b", "c", "d"), AT_NS + 600 * S, 0, 0, 0, AT_NS, 2 * MS),
          new Happening.Repaired(AT_NS, List.of("gateway:aerzen"), AT_NS + 10 * S),
          new Happening.Runs(AT_NS, 2.5),
          new Happening.Runs(AT_NS, 0));

  @Test
  void a06b_whatHappensBetweenTwoSlots() {
    assertThat(HAPPENINGS)
        .extracting(new PlainStatus()::happening)
        .containsExactly(
            "12:00:31Z  out: gateway:aerzen, until repaired; 3 terminals rerouted, 1 without"
                + " service until 12:00:41Z; 2 connections reset; in force after 18 ms",
            "12:00:31Z  out: a, b, c and 1 more, until 12:10:31Z; 0 terminals rerouted, 0 without"
                + " service until 12:00:31Z; in force after 2.0 ms",
            "12:00:31Z  repaired: gateway:aerzen; used again from 12:00:41Z",
            "12:00:31Z  network time runs at 2.5 times the machine's rate",
            "12:00:31Z  paused: network time stands still, packets do not");
    assertThat(HAPPENINGS.stream().map(new JsonStatus()::happening).skip(1))
        .containsExactly(
            "{\"format\":\"orbweaver.up/1\",\"event\":\"outage\","
                + "\"timeUtc\":\"2026-11-22T12:00:31.500Z\",\"out\":[\"a\",\"b\",\"c\",\"d\"],"
                + "\"untilUtc\":\"2026-11-22T12:10:31.500Z\",\"rerouted\":0,\"lost\":0,\"reset\":0,"
                + "\"slotEndUtc\":\"2026-11-22T12:00:31.500Z\",\"tookMs\":2.000}",
            "{\"format\":\"orbweaver.up/1\",\"event\":\"repair\","
                + "\"timeUtc\":\"2026-11-22T12:00:31.500Z\",\"repaired\":[\"gateway:aerzen\"],"
                + "\"fromUtc\":\"2026-11-22T12:00:41.500Z\"}",
            "{\"format\":\"orbweaver.up/1\",\"event\":\"speed\","
                + "\"timeUtc\":\"2026-11-22T12:00:31.500Z\",\"speed\":2.500}",
            "{\"format\":\"orbweaver.up/1\",\"event\":\"speed\","
                + "\"timeUtc\":\"2026-11-22T12:00:31.500Z\",\"speed\":0.000}");
  }

  @Test
  void a06c_whatIsOutAndWhatWasLeftOutStandInTheLineOfTheSlot() {
    SlotStatus status =
        new SlotStatus(
            new SlotReport(9, PLAN, MS, 250 * MS, 0, 2, List.of("gateway:aerzen", "sat:a")),
            11,
            12,
            3,
            Carried.NOTHING,
            Carried.NOTHING);
    assertThat(new PlainStatus().slot(status))
        .endsWith("  late by 250 ms  2 slots left out  out: gateway:aerzen, sat:a");
    assertThat(new JsonStatus().slot(status))
        .contains("\"slotsLeftOut\":2,\"out\":[\"gateway:aerzen\",\"sat:a\"],");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "9949, 9.9 kB",
    "9950, 10 kB",
    "999499, 999 kB",
    "999500, 1.0 MB",
    "1234567, 1.2 MB",
    "999999999999, 1.0 TB",
    "9223372036854775807, 9.2 EB"
  })
  void a07_bytesInFewCharacters(long count, String text) {
    assertThat(Amounts.bytes(count)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"400000, 0.4 ms", "9940000, 9.9 ms", "9960000, 10 ms", "1200000000, 1200 ms"})
  void a08_milliseconds(long ns, String text) {
    assertThat(Amounts.millis(ns)).isEqualTo(text);
  }

  @Test
  void a09_linesAreWrittenInOrderAndAllOfThemBeforeTheEnd() {
    StringWriter written = new StringWriter();
    StatusPrinter printer =
        new StatusPrinter(new PrintWriter(written), new PrintWriter(written), fault -> {});
    for (int i = 0; i < 100; i++) {
      printer.result("slot " + i);
    }
    printer.notice("a notice");
    assertThat(printer.finish()).isTrue();
    assertThat(written.toString().lines()).hasSize(101).startsWith("slot 0").endsWith("a notice");
  }

  @Test
  void a10_aReaderThatStallsHoldsNobodyUp() {
    CountDownLatch never = new CountDownLatch(1);
    Writer stalled =
        new StringWriter() {
          @Override
          public void write(String text, int offset, int length) {
            try {
              never.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    StatusPrinter printer =
        new StatusPrinter(new PrintWriter(stalled), new PrintWriter(stalled), fault -> {});
    for (int i = 0; i < 10_000; i++) {
      printer.result("slot " + i);
    }
    assertThat(printer.finish()).as("written").isFalse();
    never.countDown();
  }

  @Test
  void a11_aReaderThatHasGoneIsReported() throws Exception {
    CompletableFuture<Throwable> fault = new CompletableFuture<>();
    Writer gone =
        new StringWriter() {
          @Override
          public void write(String text, int offset, int length) {
            throw new IllegalStateException("gone");
          }
        };
    StatusPrinter printer =
        new StatusPrinter(new PrintWriter(gone), new PrintWriter(gone), fault::complete);
    printer.result("slot 1");
    assertThat(fault.get(30, TimeUnit.SECONDS)).hasMessage("gone");
    assertThat(printer.finish()).as("nothing left to wait for").isTrue();
  }
}
