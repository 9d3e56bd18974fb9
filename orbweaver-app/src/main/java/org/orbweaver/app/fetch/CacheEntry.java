package org.orbweaver.app.fetch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a source. Moments are milliseconds since the Unix epoch, 0 for never.
 *
 * @param uri where the kept copy comes from
 * @param requestedMs when its server was last asked
 * @param fetchedMs when the kept copy was received
 * @param notBeforeMs when its server wants to be asked again at the earliest
 * @param etag the copy's entity tag, to be sent back as it came
 * @param lastModified when the server says that the copy was made, in its own words
 * @param objects usable element sets in the copy
 */
record CacheEntry(
    String uri,
    long requestedMs,
    long fetchedMs,
    long notBeforeMs,
    @Nullable String etag,
    @Nullable String lastModified,
    int objects) {
  static final CacheEntry NONE = new CacheEntry("", 0, 0, 0, null, null, 0);

  /** Of lines {@code key=value}; whatever cannot be understood counts as absent. */
  static CacheEntry parse(Map<String, String> values) {
    return new CacheEntry(
        values.getOrDefault("uri", ""),
        number(values.get("requestedMs")),
        number(values.get("fetchedMs")),
        number(values.get("notBeforeMs")),
        values.get("etag"),
        values.get("lastModified"),
        (int) Math.min(Integer.MAX_VALUE, number(values.get("objects"))));
  }

  private static long number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  String text() {
    return "uri="
        + uri
        + "\nrequestedMs="
        + requestedMs
        + "\nfetchedMs="
        + fetchedMs
        + "\nnotBeforeMs="
        + notBeforeMs
        + (etag == null ? "" : "\netag=" + etag)
        + (lastModified == null ? "" : "\nlastModified=" + lastModified)
        + "\nobjects="
        + objects
        + "\n";
  }

  CacheEntry requested(String from, long nowMs) {
    return new CacheEntry(from, nowMs, fetchedMs, notBeforeMs, etag, lastModified, objects);
  }

  CacheEntry notBefore(long ms) {
    return new CacheEntry(uri, requestedMs, fetchedMs, ms, etag, lastModified, objects);
  }
}
