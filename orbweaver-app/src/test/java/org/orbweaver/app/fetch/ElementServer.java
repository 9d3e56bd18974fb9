package org.orbweaver.app.fetch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A server of element sets on loopback, which answers as it is told and remembers its visitors. */
public final class ElementServer implements AutoCloseable {
  /** What is answered. */
  public record Reply(int status, byte[] body, String... headers) {}

  /** A request as it came. */
  public record Visit(URI uri, Headers headers) {}

  private final HttpServer server;
  private final List<Visit> visits = Collections.synchronizedList(new ArrayList<>());
  private volatile Reply reply = new Reply(200, csv(3));

  public ElementServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Headers copy = new Headers();
          copy.putAll(exchange.getRequestHeaders());
          visits.add(new Visit(exchange.getRequestURI(), copy));
          Reply now = reply;
          for (int i = 0; i < now.headers().length; i += 2) {
            exchange.getResponseHeaders().add(now.headers()[i], now.headers()[i + 1]);
          }
          exchange.sendResponseHeaders(
              now.status(), now.body().length == 0 ? -1 : now.body().length);
          exchange.getResponseBody().write(now.body());
          exchange.close();
        });
    server.start();
  }

  public void answer(int status, byte[] body, String... headers) {
    reply = new Reply(status, body, headers);
  }

  public void answer(int status, String body, String... headers) {
    answer(status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  public List<Visit> visits() {
    return visits;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** A table of so many objects, with catalogue numbers that a TLE cannot carry. */
  public static byte[] csv(int objects) {
    StringBuilder csv =
        new StringBuilder(
            "OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,"
                + "ARG_OF_PERICENTER,MEAN_ANOMALY,EPHEMERIS_TYPE,NORAD_CAT_ID,BSTAR,"
                + "MEAN_MOTION_DOT\n");
    for (int i = 0; i < objects; i++) {
      csv.append(
          String.format(
              Locale.ROOT,
              "SAT-%d,2019-074A,2026-05-21T06:00:00.000000,15.06,.0001,53,%d,90,%d,0,%d,.0001,0%n",
              i,
              i * 7 % 360,
              i * 31 % 360,
              700_000_000 + i));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
