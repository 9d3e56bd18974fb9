package org.orbweaver.app.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.orbweaver.governance.witness.Answer;
import org.orbweaver.governance.witness.CosignatureCollector;

/** Asks witnesses over HTTP (c2sp.org/tlog-witness). */
public final class HttpWitnesses implements CosignatureCollector.Transport {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LONGEST = 1 << 16;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  @Override
  public Answer post(URI witness, byte[] body) throws IOException {
    String prefix = witness.toString();
    URI uri = URI.create((prefix.endsWith("/") ? prefix : prefix + "/") + "add-checkpoint");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> response =
          client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          new String(response.body(), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
