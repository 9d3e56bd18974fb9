package org.orbweaver.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.geometry.SortedSky;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Snapshot;

/** Found again and again, what sites have in view is what is found for a moment. */
class D05_SourceRangerTest {
  @Test
  void theSameSatellitesAtTheSameRanges() {
    SiteTable sites = Skies.awkwardSites(60, 5);
    double[] maskRad = new double[sites.size()];
    for (double maxRangeM : new double[] {Double.POSITIVE_INFINITY, 1_200e3}) {
      Arrays.setAll(maskRad, site -> Math.toRadians(site % 4 * 10));
      LinkLimits limits = new LinkLimits(maskRad, maxRangeM, 0);
      SourceRanger ranger = new SourceRanger(sites, limits, 6_378e3 + 1_300e3);
      SortedSky sky = new SortedSky(3_000);
      for (long seed = 0; seed < 4; seed++) {
        Snapshot snapshot = Skies.scattered(3_000, 300, 1_200, seed);
        double[][] p = new double[3][snapshot.size()];
        for (int s = 0; s < snapshot.size(); s++) {
          p[0][s] = snapshot.xM(s);
          p[1][s] = snapshot.yM(s);
          p[2][s] = snapshot.zM(s);
        }
        sky.sort(p[0], p[1], p[2]);
        TreeSources found = ranger.range(sky);
        TreeSources expected =
            TreeSources.of(InView.of(snapshot, new SkyIndex(snapshot), sites, limits));
        assertThat(found.size()).isEqualTo(expected.size());
        for (int site = 0; site < sites.size(); site++) {
          assertThat(row(found, site)).isEqualTo(row(expected, site));
        }
      }
    }
  }

  private static Map<Integer, Integer> row(TreeSources sources, int source) {
    TreeMap<Integer, Integer> row = new TreeMap<>();
    for (int k = sources.first(source); k < sources.end(source); k++) {
      row.put(sources.satellite(k), sources.ticks(k));
    }
    return row;
  }
}
