package org.orbweaver.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.FilterSpec;
import org.orbweaver.format.problem.Words;

/** Which objects of an element file become satellites, and what they are called. */
final class Satellites {
  private static final double S_PER_DAY = 86_400;

  private Satellites() {}

  /** Objects that were kept, and counts of the others by reason, in words. */
  record Kept(List<MeanElements> elements, Map<String, Integer> dropped) {}

  /** Keeps what meets every condition; each other object counts under the first it fails. */
  static Kept filter(List<MeanElements> all, FilterSpec filters) {
    Pattern name = compile(filters.name());
    Pattern notName = compile(filters.notName());
    List<MeanElements> kept = new ArrayList<>(all.size());
    Map<String, Integer> dropped = new LinkedHashMap<>();
    for (MeanElements e : all) {
      String reason = null;
      if (name != null && !name.matcher(e.name()).find()) {
        reason = "whose names lack " + Words.quote(name.pattern());
      } else if (notName != null && notName.matcher(e.name()).find()) {
        reason = "whose names have " + Words.quote(notName.pattern());
      } else {
        reason = reason(e, filters);
      }
      if (reason == null) {
        kept.add(e);
      } else {
        dropped.merge(reason, 1, Integer::sum);
      }
    }
    return new Kept(kept, dropped);
  }

  private static @Nullable String reason(MeanElements e, FilterSpec filters) {
    Double min = filters.minAltitudeKm();
    Double max = filters.maxAltitudeKm();
    Double drift = filters.maxDriftKmPerDay();
    if (min != null && altitudeKm(e) < min) {
      return "below " + Words.number(min) + " km";
    }
    if (max != null && altitudeKm(e) > max) {
      return "above " + Words.number(max) + " km";
    }
    return drift != null && Math.abs(driftKmPerDay(e)) > drift
        ? "drifting more than " + Words.number(drift) + " km a day"
        : null;
  }

  /** Mean altitude, kilometres. */
  static double altitudeKm(MeanElements e) {
    return e.meanAltitudeM() / 1000;
  }

  /** Change of the mean altitude, kilometres a day. */
  static double driftKmPerDay(MeanElements e) {
    return e.altitudeDriftMPerS() * S_PER_DAY / 1000;
  }

  private static @Nullable Pattern compile(@Nullable String expression) {
    return expression == null ? null : Pattern.compile(expression);
  }

  /** Keeps, of each catalogue number, the set with the latest epoch, in place of its first one. */
  static List<MeanElements> latest(List<MeanElements> all) {
    Map<Integer, Integer> indexOf = HashMap.newHashMap(all.size());
    List<MeanElements> kept = new ArrayList<>(all.size());
    for (MeanElements e : all) {
      Integer index = e.noradId() == 0 ? null : indexOf.putIfAbsent(e.noradId(), kept.size());
      if (index == null) {
        kept.add(e);
      } else if (e.epochNs() > kept.get(index).epochNs()) {
        kept.set(index, e);
      }
    }
    return kept;
  }

  /**
   * The same elements under names that are unique and can stand in a path: {@code >}, commas and
   * control characters become {@code _}; a name that is taken gets the catalogue number at its end,
   * and a count where that is taken too.
   */
  static List<MeanElements> named(List<MeanElements> all, Set<String> taken) {
    List<MeanElements> named = new ArrayList<>(all.size());
    for (MeanElements e : all) {
      String base = clean(e.name());
      String name = base;
      if (!taken.add(name)) {
        name = base + "-" + e.noradId();
        for (int count = 2; !taken.add(name); count++) {
          name = base + "-" + e.noradId() + "-" + count;
        }
      }
      named.add(name.equals(e.name()) ? e : renamed(e, name));
    }
    return named;
  }

  private static String clean(String name) {
    StringBuilder out = new StringBuilder(name);
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (c == '>' || c == ',' || c == '"' || Character.isISOControl(c)) {
        out.setCharAt(i, '_');
      }
    }
    return out.toString();
  }

  private static MeanElements renamed(MeanElements e, String name) {
    return new MeanElements(
        name,
        e.noradId(),
        e.designator(),
        e.epochNs(),
        e.meanMotionRadPerS(),
        e.meanMotionDotRadPerS2(),
        e.eccentricity(),
        e.inclinationRad(),
        e.raanRad(),
        e.argPerigeeRad(),
        e.meanAnomalyRad(),
        e.bstarPerEarthRadius());
  }
}
