package org.orbweaver.core.graph;

import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyRuns;
import org.orbweaver.core.geometry.SortedSky;
import org.orbweaver.core.link.LinkLimits;

/**
 * Finds again and again, without garbage, what sites have in view: what {@link
 * org.orbweaver.core.link.InView} does once for a moment. The same satellites, at the same ranges.
 */
public final class SourceRanger {
  private final SiteTable sites;
  private final double[] sinMask;
  private final double maxRangeM;
  private final SkyRuns runs;
  private final TreeSources sources = new TreeSources();

  /**
   * @param largestRadiusM that a satellite may have, from the Earth's centre
   */
  public SourceRanger(SiteTable sites, LinkLimits limits, double largestRadiusM) {
    this.sites = sites;
    maxRangeM = limits.maxRangeM();
    sinMask = new double[sites.size()];
    var skyRuns = new SkyRuns.Builder(largestRadiusM);
    for (int site = 0; site < sites.size(); site++) {
      double maskRad = limits.minElevationRad(site);
      sinMask[site] = Math.sin(maskRad);
      skyRuns.add(sites.xM(site), sites.yM(site), sites.zM(site), 0, maskRad);
    }
    runs = skyRuns.build();
  }

  /** Every site with what it has in view, of satellites at positions by index, metres. */
  public TreeSources range(SortedSky sky, double[] xM, double[] yM, double[] zM) {
    sources.clear();
    for (int site = 0; site < sites.size(); site++) {
      for (int run = runs.first(site); run < runs.end(site); run++) {
        int end = sky.end(runs.lastCell(run));
        for (int k = sky.first(runs.firstCell(run)); k < end; k++) {
          offer(site, sky.satellite(k), xM, yM, zM);
        }
      }
      sources.close();
    }
    return sources;
  }

  private void offer(int site, int satellite, double[] xM, double[] yM, double[] zM) {
    double dx = xM[satellite] - sites.xM(site);
    double dy = yM[satellite] - sites.yM(site);
    double dz = zM[satellite] - sites.zM(site);
    double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double up = dx * sites.upX(site) + dy * sites.upY(site) + dz * sites.upZ(site);
    if (up >= sinMask[site] * range && range <= maxRangeM) {
      sources.add(satellite, Ticks.ofM(range));
    }
  }
}
