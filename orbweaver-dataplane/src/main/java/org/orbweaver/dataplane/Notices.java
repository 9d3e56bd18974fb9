package org.orbweaver.dataplane;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.orbweaver.core.time.TimeSource;

/**
 * Lines for the operator, few of a kind: after a line of one kind others are only counted for some
 * seconds, so that a flood of clients is no flood of lines. What clients sent is made printable.
 */
final class Notices {
  /** What a line is about. */
  enum Kind {
    NOT_SOCKS,
    NO_LOGIN,
    UNKNOWN_TERMINAL,
    REQUEST_REFUSED,
    TOO_MANY,
    TOO_SLOW,
    ACCEPT_FAILED,
    DATAGRAM_DROPPED,
    DATAGRAM_TOO_LONG,
    DATAGRAM_UNUSABLE,
    FORWARD_REFUSED
  }

  private static final long QUIET_NS = TimeUnit.SECONDS.toNanos(5);
  private static final int MAX_LENGTH = 400;

  private final TimeSource time;
  private final Consumer<String> sink;
  private final Map<Kind, Long> lastNs = new HashMap<>();
  private final Map<Kind, Integer> suppressed = new HashMap<>();

  Notices(TimeSource time, Consumer<String> sink) {
    this.time = time;
    this.sink = sink;
  }

  void say(Kind kind, String line) {
    int others;
    synchronized (this) {
      long nowNs = time.nowNs();
      Long last = lastNs.get(kind);
      if (last != null && nowNs - last < QUIET_NS) {
        suppressed.merge(kind, 1, Integer::sum);
        return;
      }
      lastNs.put(kind, nowNs);
      Integer before = suppressed.remove(kind);
      others = before == null ? 0 : before;
    }
    String more = others == 0 ? "" : " (and " + others + " like it before)";
    sink.accept(printable(line) + more);
  }

  private static String printable(String line) {
    String cut = line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
    return cut.replaceAll("\\p{C}", "?");
  }
}
