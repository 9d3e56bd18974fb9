package org.orbweaver.app.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Version;
import org.orbweaver.app.output.Facts;

/**
 * Serves {@code /metrics} on loopback. However often it is asked, the engine is only a few times a
 * second.
 */
public final class MetricsServer implements AutoCloseable {
  private static final String PLAIN = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";
  private static final long KEPT_NS = 200_000_000;

  /**
   * What is told.
   *
   * @param engine of the engine
   * @param nodes of each node
   */
  public record Told(Facts engine, List<Facts> nodes) {}

  private final Supplier<Told> source;
  private final LongSupplier monotonicNs;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Told last;
  private long lastNs;

  /**
   * Opens it.
   *
   * @param port 0 for any free one
   * @param source asked from any thread, one question at a time
   * @throws IOException where the port cannot be had
   */
  public MetricsServer(int port, Supplier<Told> source, LongSupplier monotonicNs)
      throws IOException {
    this.source = source;
    this.monotonicNs = monotonicNs;
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it is open. */
  public int port() {
    return server.getAddress().getPort();
  }

  private synchronized Told told() {
    Told known = last;
    if (known == null || monotonicNs.getAsLong() - lastNs > KEPT_NS) {
      known = source.get();
      last = known;
      lastNs = monotonicNs.getAsLong();
    }
    return known;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!exchange.getRequestURI().getRawPath().equals("/metrics")) {
        send(exchange, 404, PLAIN, "only /metrics\n");
      } else if (!method.equals("GET") && !method.equals("HEAD")) {
        send(exchange, 405, PLAIN, "only GET\n");
      } else {
        String accept =
            String.join(",", exchange.getRequestHeaders().getOrDefault("Accept", List.of()));
        boolean isOpenMetrics = accept.contains("application/openmetrics-text");
        Told told = told();
        send(
            exchange,
            200,
            isOpenMetrics ? OPEN_METRICS : PLAIN,
            MetricsText.of(Version.number(), told.engine(), told.nodes(), isOpenMetrics));
      }
    } catch (RuntimeException e) {
      // Whoever asked is told nothing of our insides; the connection ends without an answer.
      throw new IOException("cannot answer", e);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, isHead ? -1 : content.length);
    if (!isHead) {
      exchange.getResponseBody().write(content);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
