package org.orbweaver.study.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.Nanodegrees;

/** Groups the terminals that a decision is not about: by area, else by how far away they are. */
final class Nearness {
  private static final double[] RINGS_KM = {100, 300, 1000};

  private final SiteTable sites;
  private final AreaTable areas;
  private final List<Integer> decided = new ArrayList<>();

  Nearness(SiteTable sites, AreaTable areas, Tally tally) {
    this.sites = sites;
    this.areas = areas;
    for (int t = 0; t < sites.size(); t++) {
      if (tally.isDecided(t)) {
        decided.add(t);
      }
    }
  }

  /** Areas by name first, then rings from near to far; only what holds a terminal. */
  Map<String, List<Integer>> groups(Tally tally) {
    Map<String, List<Integer>> byArea = new TreeMap<>();
    Map<String, List<Integer>> byRing = new LinkedHashMap<>();
    for (double km : RINGS_KM) {
      byRing.put(String.format(java.util.Locale.ROOT, "within %.0f km", km), new ArrayList<>());
    }
    for (int t = 0; t < sites.size(); t++) {
      if (tally.isDecided(t) || (tally.servedWithout[t] == 0 && tally.servedWith[t] == 0)) {
        continue;
      }
      String area = area(t);
      if (area == null) {
        int ring = ring(t);
        if (ring < RINGS_KM.length) {
          List.copyOf(byRing.values()).get(ring).add(t);
        }
      } else {
        byArea.computeIfAbsent(area, key -> new ArrayList<>()).add(t);
      }
    }
    Map<String, List<Integer>> all = new LinkedHashMap<>(byArea);
    byRing.forEach((words, near) -> {
      if (!near.isEmpty()) {
        all.put(words, near);
      }
    });
    return all;
  }

  private @org.jspecify.annotations.Nullable String area(int t) {
    int[] within =
        areas.at(
            Nanodegrees.ofRad(sites.point(t).latRad()), Nanodegrees.ofRad(sites.point(t).lonRad()));
    return within.length == 0 ? null : areas.area(within[0]).id();
  }

  /** The smallest ring around the nearest terminal that the decision is about. */
  private int ring(int t) {
    double nearestM = Double.POSITIVE_INFINITY;
    for (int d : decided) {
      nearestM = Math.min(nearestM, sites.rangeM(t, sites.xM(d), sites.yM(d), sites.zM(d)));
    }
    int ring = 0;
    while (ring < RINGS_KM.length && nearestM > RINGS_KM[ring] * 1000) {
      ring++;
    }
    return ring;
  }
}
