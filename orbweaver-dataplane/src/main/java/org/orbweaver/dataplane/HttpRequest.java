package org.orbweaver.dataplane;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP/1.x request (RFC 9112).
 *
 * @param method in upper case
 * @param path of the target, beginning with a slash
 * @param query the target's parameters
 * @param minor 1 for HTTP/1.1, 0 for HTTP/1.0
 * @param headers by name in lower case; values of one name joined by commas
 * @param lines as received, the request line first
 */
record HttpRequest(
    String method,
    String path,
    Map<String, String> query,
    int minor,
    Map<String, String> headers,
    List<String> lines) {
  private static final Pattern REQUEST_LINE =
      Pattern.compile("([A-Z]{1,20}) (\\S{1,8000}) HTTP/1\\.([01])");
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,15}");
  private static final int MAX_HEADERS = 100;

  /** A body whose end is told by chunks. */
  static final long CHUNKED = -1;

  /**
   * Reads a head.
   *
   * @param head all of it without the empty line at its end
   */
  static HttpRequest parse(String head) throws HttpProblem {
    List<String> lines = head.lines().toList();
    var first = REQUEST_LINE.matcher(lines.isEmpty() ? "" : lines.getFirst());
    if (!first.matches()) {
      throw new HttpProblem(400, "The first line is no HTTP/1.1 request.");
    }
    if (lines.size() > MAX_HEADERS + 1) {
      throw new HttpProblem(431, "At most " + MAX_HEADERS + " headers are read.");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (colon <= 0 || !TOKEN.matcher(line.substring(0, colon)).matches()) {
        throw new HttpProblem(400, "A header line is not NAME: VALUE.");
      }
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (a, b) -> a + ", " + b);
    }
    String target = origin(first.group(2));
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    Map<String, String> query = query(mark < 0 ? "" : target.substring(mark + 1));
    HttpRequest request =
        new HttpRequest(
            first.group(1), path, query, Integer.parseInt(first.group(3)), headers, lines);
    request.bodyLength();
    return request;
  }

  /** Path and query of a target, which a client may also write as a whole address. */
  private static String origin(String target) throws HttpProblem {
    if (target.regionMatches(true, 0, "http://", 0, 7)) {
      int slash = target.indexOf('/', 7);
      return slash < 0 ? "/" : target.substring(slash);
    }
    if (!target.startsWith("/") && !target.equals("*")) {
      throw new HttpProblem(400, "The request names no path.");
    }
    return target;
  }

  private static Map<String, String> query(String text) throws HttpProblem {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        query.put(
            decode(equals < 0 ? pair : pair.substring(0, equals)),
            decode(equals < 0 ? "" : pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) throws HttpProblem {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, "The query has a percent sign without two hexadecimal digits.");
    }
  }

  /** Bytes of the body, or {@link #CHUNKED}. */
  long bodyLength() throws HttpProblem {
    String coding = header("transfer-encoding");
    String length = header("content-length");
    if (coding != null) {
      if (length != null || !coding.equalsIgnoreCase("chunked")) {
        throw new HttpProblem(400, "A body has a length or the coding chunked, and no other.");
      }
      return CHUNKED;
    }
    if (length != null && !LENGTH.matcher(length).matches()) {
      throw new HttpProblem(400, "Content-Length is no number.");
    }
    return length == null ? 0 : Long.parseLong(length);
  }

  @Nullable String header(String lowerCaseName) {
    return headers.get(lowerCaseName);
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  /** Whether the client may ask more over the same connection. */
  boolean keepsAlive() {
    String connection = header("connection");
    return minor == 1
        && (connection == null || !connection.toLowerCase(Locale.ROOT).contains("close"));
  }

  /** Whether it waits for leave to send its body (RFC 9110, section 10.1.1). */
  boolean expectsContinue() {
    return minor == 1 && "100-continue".equalsIgnoreCase(header("expect"));
  }

  /**
   * Whether the answer is to be JSON: by {@code ?format=}, else where Accept prefers it to text.
   */
  boolean wantsJson() throws HttpProblem {
    String format = query.get("format");
    if (format != null) {
      return switch (format) {
        case "json" -> true;
        case "text" -> false;
        default -> throw new HttpProblem(400, "?format= is json or text.");
      };
    }
    double json = 0;
    double text = 0;
    String accept = header("accept");
    for (String range : (accept == null ? "" : accept).split(",", -1)) {
      String[] part = range.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      double weight = weight(part);
      if (part[0].equals("application/json")) {
        json = Math.max(json, weight);
      } else if (part[0].startsWith("text/")) {
        text = Math.max(text, weight);
      }
    }
    return json > 0 && json >= text;
  }

  private static double weight(String[] part) {
    for (int i = 1; i < part.length; i++) {
      if (part[i].matches("q=[01](\\.[0-9]{0,3})?")) {
        return Double.parseDouble(part[i].substring(2));
      }
    }
    return 1;
  }
}
