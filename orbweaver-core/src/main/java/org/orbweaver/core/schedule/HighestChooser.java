package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.GsoScreen;
import org.orbweaver.core.graph.GatewaySearch;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.policy.ReasonCode;

/**
 * Chooses as {@link RankedChooser} does for {@link HighestElevation}, but faster: satellites are
 * tried in the order in which they may stand highest above the terminal's group, until none of the
 * others can stand higher than the best so far.
 */
final class HighestChooser implements Chooser {
  private final TerminalBlocks blocks;
  private final LinkLimits limits;
  private final GsoArc gso;
  private final Snapshot start;
  private final GroupSkies skies;
  private final BlockSky near;
  private final RankedChooser exact;
  private final GatewayChoice gateways;
  private final GatewaySearch search;
  private int group;
  private int cell;
  private Room beams = (satellite, ofCell) -> false;
  private GroupSkies.Usable usable =
      new GroupSkies.Usable(0, new int[0], new double[0], new byte[0], 0);
  private int size;
  private int[] satellite = new int[64];
  private double[] x = new double[64];
  private double[] y = new double[64];
  private double[] z = new double[64];
  private double[] most = new double[65];
  private byte[] verdict = new byte[64];
  private double bestScore;

  /**
   * @param near of its own
   * @param exact for terminals from which some are hidden, and to say why one has nothing
   */
  HighestChooser(
      TerminalBlocks blocks,
      LinkLimits limits,
      GsoArc gso,
      Snapshot start,
      GroupSkies skies,
      BlockSky near,
      RankedChooser exact,
      GatewayChoice gateways) {
    this.blocks = blocks;
    this.limits = limits;
    this.gso = gso;
    this.start = start;
    this.skies = skies;
    this.near = near;
    this.exact = exact;
    this.gateways = gateways;
    search = gateways.openSearch();
  }

  @Override
  public void moveTo(int newCell, Room room) {
    cell = newCell;
    beams = room;
    group = blocks.groupOfCell(cell);
    offer(skies.highest(group, near));
  }

  /** Sets out the satellites that have a beam. */
  private void offer(GroupSkies.Usable offered) {
    usable = offered;
    int count = offered.satellite().length;
    if (count > satellite.length) {
      satellite = new int[2 * count];
      x = new double[2 * count];
      y = new double[2 * count];
      z = new double[2 * count];
      most = new double[2 * count + 1];
      verdict = new byte[2 * count];
    }
    size = 0;
    for (int k = 0; k < count; k++) {
      int s = offered.satellite()[k];
      if (beams.isOpen(s, cell)) {
        satellite[size] = s;
        x[size] = start.xM(s);
        y[size] = start.yM(s);
        z[size] = start.zM(s);
        verdict[size] = offered.verdict()[k];
        most[size++] = offered.most()[k];
      }
    }
  }

  @Override
  public int choose(int seat, int pop) {
    if (limits.horizon(blocks.terminal(seat)) != null) {
      exact.moveTo(cell, beams);
      return exact.choose(seat, pop);
    }
    int best = best(seat, pop);
    while (bestScore < usable.cutoff()) {
      offer(skies.beyond(usable, group, near));
      best = best(seat, pop);
    }
    return best;
  }

  /** Mostly the first that the terminal may use says it: it has a gateway, so it lacks a beam. */
  @Override
  public int why(int seat, int pop) {
    GroupSkies.Usable all = usable;
    boolean hidden = limits.horizon(blocks.terminal(seat)) != null;
    double[] sites = blocks.sites();
    int site = seat * TerminalBlocks.SITE_SIZE;
    for (int k = 0; k < all.satellite().length && !hidden; k++) {
      int s = all.satellite()[k];
      double dx = start.xM(s) - sites[site];
      double dy = start.yM(s) - sites[site + 1];
      double dz = start.zM(s) - sites[site + 2];
      double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
      double height = dx * sites[site + 3] + dy * sites[site + 4] + dz * sites[site + 5];
      if (height >= sites[site + 6] * range
          && range <= limits.maxRangeM()
          && gateways.isOpen(s, pop, search)
          && isAdmitted(seat, s, all.verdict()[k], dx / range, dy / range, dz / range)) {
        return Schedule.unserved(ReasonCode.NO_BEAM_FREE);
      }
    }
    exact.moveTo(cell, beams);
    return exact.why(seat, pop);
  }

  /** The highest of those set out that the terminal may use and that has a gateway, or -1. */
  private int best(int seat, int pop) {
    double[] sites = blocks.sites();
    int site = seat * TerminalBlocks.SITE_SIZE;
    double siteX = sites[site];
    double siteY = sites[site + 1];
    double siteZ = sites[site + 2];
    double upX = sites[site + 3];
    double upY = sites[site + 4];
    double upZ = sites[site + 5];
    double sinMask = sites[site + 6];
    double maxRangeM = limits.maxRangeM();
    int best = NONE;
    bestScore = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < size && most[k] >= bestScore; k++) {
      double dx = x[k] - siteX;
      double dy = y[k] - siteY;
      double dz = z[k] - siteZ;
      double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
      double height = dx * upX + dy * upY + dz * upZ;
      if (height < sinMask * range || range > maxRangeM) {
        continue;
      }
      double score = height / range;
      int s = satellite[k];
      if ((score > bestScore || (score == bestScore && s < best))
          && isAdmitted(seat, s, verdict[k], dx / range, dy / range, dz / range)
          && gateways.isOpen(s, pop, search)) {
        best = s;
        bestScore = score;
      }
    }
    return best;
  }

  private boolean isAdmitted(int seat, int s, int ofGroup, double dx, double dy, double dz) {
    int judged = ofGroup;
    if (judged == GsoScreen.OPEN) {
      double[] sites = blocks.sites();
      int site = seat * TerminalBlocks.SITE_SIZE;
      judged =
          blocks.screen().judge(group, sites[site], sites[site + 1], sites[site + 2], dx, dy, dz);
    }
    return judged == GsoScreen.OPEN
        ? gso.separationRad(blocks.terminal(seat), start.xM(s), start.yM(s), start.zM(s))
            >= limits.minGsoSeparationRad()
        : judged == GsoScreen.ADMITTED;
  }
}
