package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.GsoScreen;
import org.orbweaver.core.geometry.Horizon;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Snapshot;

/** Picks as {@link RankedPicker} does for {@link HighestElevation}, without asking it. */
final class HighestPicker implements Assignment.Picker {
  private final TerminalBlocks blocks;
  private final LinkLimits limits;
  private final GsoArc gso;
  private final Snapshot start;

  HighestPicker(TerminalBlocks blocks, LinkLimits limits, GsoArc gso, Snapshot start) {
    this.blocks = blocks;
    this.limits = limits;
    this.gso = gso;
    this.start = start;
  }

  @Override
  public int pick(int terminal, int[] offered, int count) {
    double[] sites = blocks.sites();
    int site = blocks.slotOf(terminal) * TerminalBlocks.SITE_SIZE;
    int best = -1;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      int satellite = offered[k];
      double dx = start.xM(satellite) - sites[site];
      double dy = start.yM(satellite) - sites[site + 1];
      double dz = start.zM(satellite) - sites[site + 2];
      double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
      double height = dx * sites[site + 3] + dy * sites[site + 4] + dz * sites[site + 5];
      if (height < sites[site + 6] * range || range > limits.maxRangeM()) {
        continue;
      }
      double score = height / range;
      boolean better =
          score > bestScore || (score == bestScore && satellite < offered[Math.max(0, best)]);
      if (better && isAdmitted(terminal, satellite, dx / range, dy / range, dz / range)) {
        best = k;
        bestScore = score;
      }
    }
    return best;
  }

  private boolean isAdmitted(int terminal, int satellite, double dx, double dy, double dz) {
    Horizon horizon = limits.horizon(terminal);
    if (horizon != null
        && horizon.hides(
            gso.sites()
                .lookAngle(
                    terminal, start.xM(satellite), start.yM(satellite), start.zM(satellite)))) {
      return false;
    }
    double[] sites = blocks.sites();
    int site = blocks.slotOf(terminal) * TerminalBlocks.SITE_SIZE;
    int judged =
        blocks
            .screen()
            .judge(
                blocks.groupOf(terminal),
                sites[site],
                sites[site + 1],
                sites[site + 2],
                dx,
                dy,
                dz);
    return judged == GsoScreen.OPEN
        ? gso.separationRad(terminal, start.xM(satellite), start.yM(satellite), start.zM(satellite))
            >= limits.minGsoSeparationRad()
        : judged == GsoScreen.ADMITTED;
  }
}
