package org.orbweaver.app.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TilePath;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.witness.AddCheckpoint;
import org.orbweaver.governance.witness.Answer;
import org.orbweaver.governance.witness.Witness;

/** A ledger's files, or a witness, over HTTP. What is served is public; nothing can be changed. */
public final class PublicServer implements AutoCloseable {
  private static final String PLAIN = "text/plain; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private PublicServer(InetSocketAddress address, HttpHandler handler) throws IOException {
    server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(handler, exchange));
    server.start();
  }

  /**
   * Serves a ledger as c2sp.org/tlog-tiles says: its checkpoint and its tiles, and no other file.
   *
   * @throws IOException where the address cannot be had
   */
  public static PublicServer ofLedger(InetSocketAddress address, LedgerSource ledger)
      throws IOException {
    return new PublicServer(address, exchange -> file(exchange, ledger));
  }

  /**
   * Serves a witness as c2sp.org/tlog-witness says.
   *
   * @throws IOException where the address cannot be had
   */
  public static PublicServer ofWitness(
      InetSocketAddress address, Witness witness, InstantSource clock) throws IOException {
    return new PublicServer(address, exchange -> cosign(exchange, witness, clock));
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private static void answer(HttpHandler handler, HttpExchange exchange) throws IOException {
    try (exchange) {
      handler.handle(exchange);
    } catch (RuntimeException e) {
      // Whoever asked is told nothing of our insides; the connection ends without an answer.
      throw new IOException("cannot answer", e);
    }
  }

  private static void file(HttpExchange exchange, LedgerSource ledger) throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      send(exchange, 405, PLAIN, "only GET\n".getBytes(StandardCharsets.US_ASCII));
      return;
    }
    String path = exchange.getRequestURI().getRawPath().substring(1);
    boolean checkpoint = path.equals(LedgerSource.CHECKPOINT);
    byte[] content = checkpoint || isTile(path) ? ledger.read(path) : null;
    if (content == null) {
      send(exchange, 404, PLAIN, "no such file\n".getBytes(StandardCharsets.US_ASCII));
      return;
    }
    exchange
        .getResponseHeaders()
        .set("Cache-Control", checkpoint ? "no-cache" : "public, max-age=31536000, immutable");
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    send(exchange, 200, checkpoint ? PLAIN : "application/octet-stream", content);
  }

  private static boolean isTile(String path) {
    try {
      TilePath.parse(path);
      return true;
    } catch (MalformedException e) {
      return false;
    }
  }

  private static void cosign(HttpExchange exchange, Witness witness, InstantSource clock)
      throws IOException {
    if (!exchange.getRequestURI().getRawPath().equals("/add-checkpoint")) {
      send(exchange, 404, PLAIN, "POST /add-checkpoint\n".getBytes(StandardCharsets.US_ASCII));
    } else if (!exchange.getRequestMethod().equals("POST")) {
      send(exchange, 405, PLAIN, "only POST\n".getBytes(StandardCharsets.US_ASCII));
    } else {
      // One byte more than may be, so that a longer one is seen to be.
      byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MOST_BYTES + 1);
      Answer answer = witness.addCheckpoint(body, clock.instant().getEpochSecond());
      send(exchange, answer.status(), answer.contentType(), answer.bytes());
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
