package org.orbweaver.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.app.output.Facts;

/** What monitoring is told, read by a reader of its own. */
final class A01_MetricsTest {
  private static final Facts ENGINE =
      Facts.read(
          "network=a \"net\\work\"\ttime_utc=2026-11-22T12:00:03Z\tpackets=1000\tlate_p50_ns=12000"
              + "\tlate_p99_ns=40000\tlate_p999_ns=3000000");
  private static final Facts LATE =
      Facts.read("network=n\ttime_utc=2026-11-22T12:00:03Z\tlate_p99_ns=1000001");
  private static final List<Facts> NODES =
      List.of(
          Facts.read(
              "node=berlin\tkind=terminal\tup_packets=5\tup_bytes=700\tup_dropped=3\tup_lost=2"
                  + "\tup_refused=1\tup_waiting_bytes=50\tdown_packets=6\tdown_bytes=800"
                  + "\tdown_dropped=0\tdown_lost=0\tdown_refused=0\tdown_waiting_bytes=60"
                  + "\tspoofed=4\tone_way_ns=20000000\tup_bps=2.0E7\tdown_bps=1.0E8"
                  + "\tup_waiting_ns=20000\tdown_waiting_ns=4800"),
          Facts.read(
              "node=dark\tkind=terminal\tup_packets=0\tup_bytes=0\tup_dropped=0\tup_lost=0"
                  + "\tup_refused=9\tdown_packets=0\tdown_bytes=0\tdown_dropped=0\tone_way_ns=0"
                  + "\tup_bps=0.0\tdown_bps=0.0"),
          Facts.read("node=pop:x\tkind=pop\tsent_packets=7\tsent_bytes=70\tgot_packets=8"));

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a01_everyNodesCountersQueuesDelayAndRates_inSecondsAndBytes(boolean isOpenMetrics) {
    Parsed parsed = Parsed.of(MetricsText.of("0.1.0", ENGINE, NODES, isOpenMetrics), isOpenMetrics);
    String berlin = "kind=terminal, node=berlin";
    String up = "direction=up, " + berlin;
    assertThat(parsed.value("orbweaver_node_packets_total", up)).isEqualTo(5);
    assertThat(parsed.value("orbweaver_node_bytes_total", "direction=down, " + berlin))
        .isEqualTo(800);
    assertThat(parsed.value("orbweaver_node_packets_total", "direction=down, kind=pop, node=pop:x"))
        .isEqualTo(8);
    assertThat(parsed.value("orbweaver_node_dropped_packets_total", "cause=queue, " + up))
        .isEqualTo(3);
    assertThat(parsed.value("orbweaver_node_dropped_packets_total", "cause=spoofed, " + up))
        .isEqualTo(4);
    assertThat(parsed.value("orbweaver_terminal_queue_seconds", up)).isEqualTo(20e-6);
    assertThat(parsed.value("orbweaver_terminal_one_way_delay_seconds", berlin)).isEqualTo(0.02);
    assertThat(parsed.value("orbweaver_terminal_rate_bytes_per_second", up)).isEqualTo(2.5e6);
    assertThat(parsed.value("orbweaver_terminal_served", berlin)).isEqualTo(1);
    assertThat(parsed.value("orbweaver_terminal_served", "kind=terminal, node=dark")).isZero();
    assertThat(parsed.value("orbweaver_engine_timing_error_seconds", "quantile=0.99"))
        .isEqualTo(40e-6);
    assertThat(parsed.value("orbweaver_engine_timing_error_seconds_count", "")).isEqualTo(1000);
    assertThat(parsed.value("orbweaver_engine_valid", "")).isEqualTo(1);
    assertThat(parsed.samples().keySet())
        .contains("orbweaver_network_info{network=a \\\"net\\\\work\\\", version=0.1.0}")
        .noneMatch(key -> key.startsWith("orbweaver_terminal") && key.contains("pop:x"));
    assertThat(parsed.types()).hasSize(13);
  }

  @Test
  void a02_withoutNodesItIsWholeToo_andAnEngineThatIsLateIsNotValid() {
    Parsed parsed = Parsed.of(MetricsText.of("0.1.0", LATE, List.of(), true), true);
    assertThat(parsed.value("orbweaver_engine_valid", "")).isZero();
    assertThat(parsed.value("orbweaver_nodes", "")).isZero();
  }

  @Test
  void a03_theServerSpeaksBothFormats_andAsksOnlyNowAndThen() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    AtomicLong nowNs = new AtomicLong();
    try (MetricsServer server =
            new MetricsServer(
                0,
                () -> {
                  asked.incrementAndGet();
                  return new MetricsServer.Told(ENGINE, NODES);
                },
                nowNs::get);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> plain = get(client, server, "/metrics", "*/*");
      assertThat(plain.statusCode()).isEqualTo(200);
      assertThat(plain.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
      Parsed.of(plain.body(), false);
      HttpResponse<String> open =
          get(client, server, "/metrics", "application/openmetrics-text;version=1.0.0,*/*;q=0.1");
      assertThat(open.headers().firstValue("Content-Type"))
          .hasValueSatisfying(
              type -> assertThat(type).startsWith("application/openmetrics-text; version=1.0.0"));
      Parsed.of(open.body(), true);
      assertThat(asked).hasValue(1);
      nowNs.addAndGet(1_000_000_000);
      assertThat(get(client, server, "/metrics", "*/*").statusCode()).isEqualTo(200);
      assertThat(asked).hasValue(2);
      assertThat(get(client, server, "/secrets", "*/*").statusCode()).isEqualTo(404);
      HttpRequest post =
          HttpRequest.newBuilder(uri(server, "/metrics"))
              .POST(HttpRequest.BodyPublishers.ofString("x"))
              .build();
      assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(405);
    }
  }

  private static URI uri(MetricsServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static HttpResponse<String> get(
      HttpClient client, MetricsServer server, String path, String accept)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(server, path)).header("Accept", accept).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
