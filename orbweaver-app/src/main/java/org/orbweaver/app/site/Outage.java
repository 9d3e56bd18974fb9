package org.orbweaver.app.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.Verdict;

/**
 * Slots without service, one after another.
 *
 * @param startNs UTC, nanoseconds since the Unix epoch
 * @param endNs first instant after it
 * @param reason the one that held longest
 * @param isCut whether it touches the beginning or the end of what was planned, and may be longer
 * @param refusal the first verdict in it that refuses service, or null where policy does not
 */
public record Outage(
    long startNs, long endNs, ReasonCode reason, boolean isCut, @Nullable Verdict refusal) {
  /** Longest first; of equal ones the earlier. */
  public static final Comparator<Outage> LONGEST =
      Comparator.comparing(Outage::seconds).reversed().thenComparing(Outage::startNs);

  public double seconds() {
    return (endNs - startNs) / 1e9;
  }

  /** All of a day, in order of time. */
  static List<Outage> of(SiteDay day) {
    List<Outage> outages = new ArrayList<>();
    int first = -1;
    for (int k = 0; k <= day.size(); k++) {
      boolean unserved = k < day.size() && !day.isServed(k);
      if (unserved && first < 0) {
        first = k;
      } else if (!unserved && first >= 0) {
        outages.add(
            new Outage(
                day.startNs(first),
                day.startNs(k),
                mainReason(day, first, k),
                first == 0 || k == day.size(),
                firstRefusal(day, first, k)));
        first = -1;
      }
    }
    return outages;
  }

  private static @Nullable Verdict firstRefusal(SiteDay day, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(day::refusal)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static ReasonCode mainReason(SiteDay day, int from, int to) {
    Map<ReasonCode, Integer> slots = new EnumMap<>(ReasonCode.class);
    ReasonCode main = day.reason(from);
    for (int k = from; k < to; k++) {
      ReasonCode reason = day.reason(k);
      if (slots.merge(reason, 1, Integer::sum) > slots.getOrDefault(main, 0)) {
        main = reason;
      }
    }
    return main;
  }
}
