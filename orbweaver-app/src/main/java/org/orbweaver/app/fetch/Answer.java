package org.orbweaver.app.fetch;

import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** What a server said, or why nobody can say what it did. */
sealed interface Answer {
  /**
   * A response.
   *
   * @param status of HTTP
   * @param body as it was sent, perhaps compressed
   */
  record Response(int status, HttpHeaders headers, byte[] body) implements Answer {
    @Nullable String header(String name) {
      return headers.firstValue(name).orElse(null);
    }
  }

  /** There was no whole response; {@code asked} where the server may have heard the request. */
  record Nothing(String why, boolean asked) implements Answer {}
}
