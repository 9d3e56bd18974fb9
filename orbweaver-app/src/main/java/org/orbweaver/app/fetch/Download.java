package org.orbweaver.app.fetch;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.orbweaver.app.Version;

/**
 * One request over HTTP, within limits of time and size.
 *
 * @param connectWithin longest wait for a connection
 * @param endWithin longest wait for the whole response
 * @param mostBytes largest body
 */
record Download(Duration connectWithin, Duration endWithin, long mostBytes) {
  /** Generous for some megabytes over a slow line. */
  static final Download USUAL =
      new Download(Duration.ofSeconds(15), Duration.ofMinutes(3), 64L << 20);

  /** Asks for a source, unless it is still the copy that the entry describes. */
  Answer get(Source source, CacheEntry copy) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(source.uri())
            .GET()
            .timeout(endWithin)
            .header("User-Agent", "orbweaver/" + Version.number())
            .header("Accept-Encoding", "gzip");
    if (copy.etag() != null) {
      request.header("If-None-Match", copy.etag());
    }
    if (copy.lastModified() != null) {
      request.header("If-Modified-Since", copy.lastModified());
    }
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(connectWithin)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      CompletableFuture<HttpResponse<byte[]>> pending =
          client.sendAsync(
              request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
      try {
        HttpResponse<byte[]> response = pending.get(endWithin.toMillis(), TimeUnit.MILLISECONDS);
        return new Answer.Response(response.statusCode(), response.headers(), response.body());
      } catch (TimeoutException e) {
        return new Answer.Nothing("no whole answer within " + endWithin.toSeconds() + " s", true);
      } catch (ExecutionException e) {
        return nothing(e.getCause() == null ? e : e.getCause());
      } finally {
        pending.cancel(true);
        client.shutdownNow();
      }
    }
  }

  private Answer nothing(Throwable cause) {
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof UnresolvedAddressException || e instanceof UnknownHostException) {
        return new Answer.Nothing("its name is not known here", false);
      }
      if (e instanceof HttpConnectTimeoutException) {
        return new Answer.Nothing(
            "no connection within " + connectWithin.toSeconds() + " s", false);
      }
      if (e instanceof SSLException) {
        return new Answer.Nothing("no safe connection: " + e.getMessage(), false);
      }
    }
    if (cause instanceof ConnectException) {
      String why = cause.getMessage() == null ? "no connection" : cause.getMessage();
      return new Answer.Nothing(why, false);
    }
    String why = String.valueOf(cause.getMessage()).replaceAll("^(java[\\w.]*: )+", "");
    boolean tooLarge = why.contains("capacity");
    return new Answer.Nothing(
        tooLarge
            ? "it sends more than " + (mostBytes >> 20) + " MiB"
            : "the answer broke off: " + why,
        true);
  }
}
