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

  /** By place in the sky: how far it is, and how far above the mask's cone. */
  private double[] rangeM = new double[0];

  private double[] aboveM = new double[0];

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

  /** Every site with what it has in view. */
  public TreeSources range(SortedSky sky) {
    if (rangeM.length < sky.size()) {
      rangeM = new double[sky.size()];
      aboveM = new double[sky.size()];
    }
    sources.clear();
    for (int site = 0; site < sites.size(); site++) {
      for (int run = runs.first(site); run < runs.end(site); run++) {
        int first = sky.first(runs.firstCell(run));
        int end = sky.end(runs.lastCell(run));
        measure(site, sky, first, end);
        for (int k = first; k < end; k++) {
          if (aboveM[k] >= 0 && rangeM[k] <= maxRangeM) {
            sources.add(sky.satellite(k), Ticks.ofM(rangeM[k]));
          }
        }
      }
      sources.close();
    }
    return sources;
  }

  /** A loop of its own, without branches, for the compiler's sake. */
  private void measure(int site, SortedSky sky, int first, int end) {
    double[] xM = sky.exactX();
    double[] yM = sky.exactY();
    double[] zM = sky.exactZ();
    double siteX = sites.xM(site);
    double siteY = sites.yM(site);
    double siteZ = sites.zM(site);
    double upX = sites.upX(site);
    double upY = sites.upY(site);
    double upZ = sites.upZ(site);
    double sine = sinMask[site];
    double[] ranges = rangeM;
    double[] above = aboveM;
    for (int k = first; k < end; k++) {
      double dx = xM[k] - siteX;
      double dy = yM[k] - siteY;
      double dz = zM[k] - siteZ;
      double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
      ranges[k] = range;
      above[k] = dx * upX + dy * upY + dz * upZ - sine * range;
    }
  }
}
