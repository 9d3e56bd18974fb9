package org.orbweaver.core.schedule;

import java.util.Arrays;
import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.GsoScreen;
import org.orbweaver.core.link.LinkLimits;

/**
 * Lists of the highest satellites, as {@link RankedLists} makes them for {@link HighestElevation},
 * but faster: what cannot be among the highest of any terminal of a group is left out for all of
 * them at once.
 */
final class HighestLists implements ShortLists.Maker {
  private final TerminalBlocks blocks;
  private final LinkLimits limits;
  private final GsoArc gso;
  private final BlockSky sky;
  private final ShortLists.Maker exact;
  private final double[] best = new double[ShortLists.LENGTH];
  private int group;

  /**
   * @param exact for terminals that may use no satellite, or from which some are hidden
   */
  HighestLists(
      TerminalBlocks blocks, LinkLimits limits, GsoArc gso, BlockSky sky, ShortLists.Maker exact) {
    this.blocks = blocks;
    this.limits = limits;
    this.gso = gso;
    this.sky = sky;
    this.exact = exact;
  }

  @Override
  public void moveTo(int newGroup) {
    group = newGroup;
    sky.moveTo(group, ShortLists.LENGTH);
  }

  @Override
  public void fill(int slot, int terminal, int[] list) {
    if (limits.horizon(terminal) != null) {
      exact.moveTo(group);
      exact.fill(slot, terminal, list);
      return;
    }
    double[] sites = blocks.sites();
    int site = slot * TerminalBlocks.SITE_SIZE;
    double x = sites[site];
    double y = sites[site + 1];
    double z = sites[site + 2];
    double upX = sites[site + 3];
    double upY = sites[site + 4];
    double upZ = sites[site + 5];
    double sinMask = sites[site + 6];
    double maxRangeM = limits.maxRangeM();
    double[] xs = sky.x();
    double[] ys = sky.y();
    double[] zs = sky.z();
    int found = 0;
    for (int k = 0; k < sky.size(); k++) {
      double dx = xs[k] - x;
      double dy = ys[k] - y;
      double dz = zs[k] - z;
      double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
      double height = dx * upX + dy * upY + dz * upZ;
      if (height < sinMask * range || range > maxRangeM) {
        continue;
      }
      double score = height / range;
      int satellite = sky.satellite(k);
      int at = found;
      while (at > 0
          && (score > best[at - 1] || (score == best[at - 1] && satellite < list[at - 1]))) {
        at--;
      }
      if (at == ShortLists.LENGTH
          || !isAdmitted(slot, terminal, k, dx / range, dy / range, dz / range)) {
        continue;
      }
      found = Math.min(found + 1, ShortLists.LENGTH);
      for (int from = found - 1; from > at; from--) {
        best[from] = best[from - 1];
        list[from] = list[from - 1];
      }
      best[at] = score;
      list[at] = satellite;
    }
    if (found == 0) {
      exact.moveTo(group);
      exact.fill(slot, terminal, list);
      return;
    }
    Arrays.fill(list, found, ShortLists.LENGTH, ShortLists.NO_MORE);
  }

  private boolean isAdmitted(int slot, int terminal, int k, double dx, double dy, double dz) {
    int judged = sky.verdicts()[k];
    if (judged == GsoScreen.OPEN) {
      double[] sites = blocks.sites();
      int site = slot * TerminalBlocks.SITE_SIZE;
      judged =
          blocks.screen().judge(group, sites[site], sites[site + 1], sites[site + 2], dx, dy, dz);
    }
    return judged == GsoScreen.OPEN
        ? gso.separationRad(terminal, sky.x()[k], sky.y()[k], sky.z()[k])
            >= limits.minGsoSeparationRad()
        : judged == GsoScreen.ADMITTED;
  }
}
