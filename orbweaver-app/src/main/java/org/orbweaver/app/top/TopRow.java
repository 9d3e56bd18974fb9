package org.orbweaver.app.top;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.Facts;

/**
 * What a node carries, between two looks at it.
 *
 * @param node at the second look
 * @param seconds between them
 * @param upBps carried from it
 * @param downBps carried to it
 * @param drops packets that went nowhere, in that time
 */
record TopRow(Facts node, double seconds, double upBps, double downBps, Map<Drops, Long> drops) {
  private static final double BITS_PER_BYTE = 8;
  private static final double NS_PER_MS = 1e6;
  private static final double NS_PER_S = 1e9;

  /** What rows may be ordered by. */
  enum Order {
    RATE(Comparator.comparingDouble(row -> -row.upBps - row.downBps)),
    NAME(Comparator.comparing(row -> "")),
    DELAY(Comparator.comparingDouble(row -> -row.node.number("one_way_ns"))),
    QUEUE(Comparator.comparingDouble(row -> -row.upQueueMs() - row.downQueueMs())),
    DROPS(Comparator.comparingLong(row -> -row.dropped()));

    final Comparator<TopRow> comparator;

    Order(Comparator<TopRow> first) {
      comparator = first.thenComparing(TopRow::name);
    }
  }

  /**
   * Between two looks.
   *
   * @param before null where the node was not there yet
   */
  static TopRow between(@Nullable Facts before, Facts after, double seconds) {
    Facts first = before == null ? after : before;
    boolean isLink = after.has("up_bytes");
    Map<Drops, Long> drops = new EnumMap<>(Drops.class);
    for (Drops why : Drops.values()) {
      drops.put(why, why.count(after) - why.count(first));
    }
    return new TopRow(
        after,
        seconds,
        rate(first, after, isLink ? "up_bytes" : "sent_bytes", seconds),
        rate(first, after, isLink ? "down_bytes" : "got_bytes", seconds),
        drops);
  }

  private static double rate(Facts before, Facts after, String counter, double seconds) {
    return seconds > 0
        ? BITS_PER_BYTE * (after.whole(counter) - before.whole(counter)) / seconds
        : 0;
  }

  String name() {
    return node.text("node");
  }

  long dropped() {
    return drops.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Not a number where it has no link or no service. */
  double oneWayMs() {
    double ns = node.number("one_way_ns");
    return ns > 0 ? ns / NS_PER_MS : Double.NaN;
  }

  double upQueueMs() {
    return node.whole("up_waiting_ns") / NS_PER_MS;
  }

  double downQueueMs() {
    return node.whole("down_waiting_ns") / NS_PER_MS;
  }

  /** Until the satellite changes; not a number where no change is planned. */
  double handoverS() {
    return node.number("handover_in_ns") / NS_PER_S;
  }

  /** Where no change is planned: until when there is none. */
  double handoverNotBeforeS() {
    return node.number("handover_not_before_ns") / NS_PER_S;
  }
}
