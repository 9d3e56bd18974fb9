package org.orbweaver.dataplane;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /bytes/N}: N bytes that do not compress, the same ones each time. A single byte range is
 * answered, so that a download can be resumed.
 */
final class BytesPage implements PopService.Page {
  static final long MAX_BYTES = 10_000_000_000L;

  private static final Pattern COUNT = Pattern.compile("([0-9]{1,11})(|[kKMG]|[KMG]i)B?");
  private static final Pattern SEED = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");
  private static final int PIECE_BYTES = 16_384;

  @Override
  public void answer(PopService.Call call) throws IOException, HttpProblem {
    long count = count(call.rest());
    long seed = seed(call.request().query().get("seed"));
    long first = 0;
    long end = count;
    Matcher range = range(call.request().header("range"));
    if (range != null) {
      String from = range.group(1);
      String to = range.group(2);
      if (from.isEmpty()) {
        first = Math.max(0, count - Long.parseLong(to));
      } else {
        first = Long.parseLong(from);
        end = to.isEmpty() ? count : Math.min(count, Long.parseLong(to) + 1);
      }
      if (first >= end) {
        byte[] none = {};
        call.to().answer(416, PopService.TEXT, none, "Content-Range: bytes */" + count);
        return;
      }
    }
    String type = "application/octet-stream";
    if (range == null) {
      call.to().begin(200, type, count, "Accept-Ranges: bytes");
    } else {
      String part = "Content-Range: bytes " + first + "-" + (end - 1) + "/" + count;
      call.to().begin(206, type, end - first, "Accept-Ranges: bytes", part);
    }
    if (!call.request().isHead()) {
      stream(call.to(), seed, first, end);
    }
    call.to().end();
  }

  private static void stream(HttpConnection to, long seed, long first, long end)
      throws IOException {
    byte[] piece = new byte[(int) Math.min(PIECE_BYTES, end - first)];
    for (long at = first; at < end; at += piece.length) {
      int n = (int) Math.min(piece.length, end - at);
      Noise.fill(piece, n, seed, at);
      to.send(piece, 0, n);
    }
  }

  /** Reads 1500, 10k, 25M, 1G, 64Ki. */
  static long count(String text) throws HttpProblem {
    Matcher m = COUNT.matcher(text);
    if (!m.matches()) {
      throw new HttpProblem(400, "/bytes/N takes a number such as 1500, 10k, 25M or 1G.");
    }
    long unit =
        switch (m.group(2)) {
          case "k", "K" -> 1_000L;
          case "M" -> 1_000_000L;
          case "G" -> 1_000_000_000L;
          case "Ki" -> 1L << 10;
          case "Mi" -> 1L << 20;
          case "Gi" -> 1L << 30;
          default -> 1L;
        };
    long number = Long.parseLong(m.group(1));
    if (number > MAX_BYTES / unit) {
      throw new HttpProblem(400, "/bytes/N gives at most 10G.");
    }
    return number * unit;
  }

  private static long seed(@Nullable String text) throws HttpProblem {
    if (text != null && !SEED.matcher(text).matches()) {
      throw new HttpProblem(400, "?seed= is a whole number.");
    }
    return text == null ? 0 : Long.parseLong(text);
  }

  /** A range that can be answered; any other header is ignored, as RFC 9110 allows. */
  private static @Nullable Matcher range(@Nullable String header) {
    if (header == null) {
      return null;
    }
    Matcher m = RANGE.matcher(header);
    return m.matches() && !(m.group(1).isEmpty() && m.group(2).isEmpty()) ? m : null;
  }
}
