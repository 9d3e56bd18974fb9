package org.orbweaver.app.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.LedgerSource;

/** A ledger that somebody serves (c2sp.org/tlog-tiles). */
public final class HttpLedger implements LedgerSource {
  /** A bundle of 256 entries of the greatest length. */
  private static final long LONGEST = 256L * 65_537;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String prefix;
  private final HttpClient client;

  /** The ledger under a URL prefix. */
  public HttpLedger(URI prefix) {
    String text = prefix.toString();
    this.prefix = text.endsWith("/") ? text : text + "/";
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  @Override
  public byte @Nullable [] read(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(prefix + path)).timeout(PATIENCE).build();
    try {
      HttpResponse<byte[]> response =
          client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
      return switch (response.statusCode()) {
        case 200 -> response.body();
        case 404, 410 -> null;
        default -> throw new IOException(request.uri() + " answers " + response.statusCode());
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
