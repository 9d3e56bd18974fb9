package org.orbweaver.core.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a moving terminal: in which areas and which country it is, whatever it says of
 * itself near a border. Its next state follows from a fix and this alone.
 *
 * @param areas ids of the areas that it is held to be in
 * @param country ISO 3166-1 alpha-2, or null where it is in none
 * @param crossing by area whose border it seems to have passed, since when: UTC, nanoseconds since
 *     the Unix epoch; the country under {@link #COUNTRY}
 * @param seenNs when its place was known last, in the same units
 * @param lost whether it has been unknown for so long that its area's rule darkens it
 */
record Mover(
    Set<String> areas,
    @Nullable String country,
    Map<String, Long> crossing,
    long seenNs,
    boolean lost) {
  /** How long an unknown place changes nothing, nanoseconds: 15 minutes. */
  static final long PATIENCE_NS = 900_000_000_000L;

  /** Uncertainties that a distance must exceed. */
  static final double SIGMAS = 3;

  /** No area has an empty id. */
  private static final String COUNTRY = "";

  Mover {
    areas = Set.copyOf(areas);
    crossing = Map.copyOf(crossing);
  }

  /** At first it is where it says it is; in no area where it does not know. */
  static Mover first(AreaTable table, Fix fix, long atNs) {
    Fix.Place place = fix.place();
    Set<String> areas = new TreeSet<>();
    if (place != null) {
      int[] within = table.at(Nanodegrees.ofRad(place.latRad()), Nanodegrees.ofRad(place.lonRad()));
      for (int area : within) {
        areas.add(table.area(area).id());
      }
    }
    return new Mover(areas, place == null ? null : place.country(), Map.of(), atNs, false);
  }

  /** Of a terminal that stood until now. */
  static Mover at(AreaTable table, Standing standing, long atNs) {
    Set<String> areas = new TreeSet<>();
    for (int area : standing.within()) {
      areas.add(table.area(area).id());
    }
    return new Mover(areas, standing.country(), Map.of(), atNs, false);
  }

  /** Its state after a fix. */
  Mover next(AreaTable table, Fix fix, long atNs) {
    Fix.Place place = fix.place();
    if (place == null) {
      boolean dark = atNs - seenNs >= PATIENCE_NS && rule(table) == WhenUnknown.DARK;
      return new Mover(areas, country, crossing, seenNs, dark);
    }
    Set<String> held = new TreeSet<>();
    Map<String, Long> pending = new HashMap<>();
    for (int a = 0; a < table.size(); a++) {
      ServiceArea area = table.area(a);
      boolean in = areas.contains(area.id());
      if (hasCrossed(area, in, place)
          && isLongAgo(area.id(), area.border().dwellNs(), atNs, pending)) {
        in = !in;
      }
      if (in) {
        held.add(area.id());
      }
    }
    String now = country;
    if (!Objects.equals(place.country(), country)
        && isLongAgo(COUNTRY, BorderRule.DEFAULT.dwellNs(), atNs, pending)) {
      now = place.country();
    }
    return new Mover(held, now, pending, atNs, false);
  }

  /** Whether it is beyond the border by more than the rule's distance and its uncertainty. */
  private static boolean hasCrossed(ServiceArea area, boolean in, Fix.Place place) {
    long lat = Nanodegrees.ofRad(place.latRad());
    long lon = Nanodegrees.ofRad(place.lonRad());
    if (area.shape().containsNd(lat, lon) == in) {
      return false;
    }
    double far = in ? area.border().leaveM() : area.border().enterM();
    return BorderDistance.metres(area.shape(), lat, lon) >= Math.max(far, SIGMAS * place.sigmaM());
  }

  /** Whether what seems so now has seemed so for long; if not, remembers since when. */
  private boolean isLongAgo(String key, long dwellNs, long atNs, Map<String, Long> pending) {
    long sinceNs = crossing.getOrDefault(key, atNs);
    if (atNs - sinceNs >= dwellNs) {
      return true;
    }
    pending.put(key, sinceNs);
    return false;
  }

  /** The explicit rule of the smallest area that it is held to be in. */
  private WhenUnknown rule(AreaTable table) {
    for (int a = 0; a < table.size(); a++) {
      if (areas.contains(table.area(a).id())) {
        return table.area(a).border().whenUnknown();
      }
    }
    return WhenUnknown.KEEP;
  }

  HeldPlace held(int terminal) {
    return new HeldPlace(terminal, List.copyOf(new TreeSet<>(areas)), country, lost);
  }
}
