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
  private final Beams beams;
  private final GatewayChoice gateways;
  private final GatewaySearch search;
  private int group = -1;
  private int cell;
  private GroupSkies.Usable usable =
      new GroupSkies.Usable(0, new int[0], new double[0], new byte[0], 0);
  private int size;
  private int[] satellite = new int[64];
  private double[] x = new double[64];
  private double[] y = new double[64];
  private double[] z = new double[64];
  private double[] most = new double[65];
  private byte[] verdict = new byte[64];
  private int inView;
  private int[] order = {};
  private double[] score = {};
  private double cutoff;

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
      Beams beams,
      GatewayChoice gateways) {
    this.blocks = blocks;
    this.limits = limits;
    this.gso = gso;
    this.start = start;
    this.skies = skies;
    this.near = near;
    this.exact = exact;
    this.beams = beams;
    this.gateways = gateways;
    search = gateways.openSearch();
  }

  @Override
  public void moveTo(int newCell) {
    int before = group;
    cell = newCell;
    group = blocks.groupOfCell(cell);
    GroupSkies.Usable highest = skies.highest(group, near);
    if (group == before && usable == highest && !beams.isLit(cell)) {
      withdraw();
    } else {
      offer(highest);
    }
  }

  /** What had a beam for another cell of the group has one for this, unless it has none left. */
  private void withdraw() {
    int kept = 0;
    for (int k = 0; k < size; k++) {
      if (beams.isFree(satellite[k])) {
        satellite[kept] = satellite[k];
        x[kept] = x[k];
        y[kept] = y[k];
        z[kept] = z[k];
        verdict[kept] = verdict[k];
        most[kept++] = most[k];
      }
    }
    size = kept;
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
    if (count > score.length) {
      order = new int[2 * count];
      score = new double[2 * count];
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
  public void list(int seat, int pop, int[] into, int at, int depth) {
    if (limits.horizon(blocks.terminal(seat)) != null) {
      exact.moveTo(cell);
      exact.list(seat, pop, into, at, depth);
      return;
    }
    int found = best(seat, pop, into, at, depth);
    while (found == 0 && cutoff > Double.NEGATIVE_INFINITY) {
      offer(skies.beyond(usable, group, near));
      found = best(seat, pop, into, at, depth);
    }
    if (found < depth) {
      into[at + found] = cutoff > Double.NEGATIVE_INFINITY ? MORE : NONE;
    }
  }

  @Override
  public int choose(int seat, int pop) {
    int[] best = {NONE};
    list(seat, pop, best, 0, 1);
    return best[0];
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
    exact.moveTo(cell);
    return exact.why(seat, pop);
  }

  /** Writes down the highest that have a gateway for the terminal; returns how many. */
  private int best(int seat, int pop, int[] into, int at, int depth) {
    rank(seat, depth);
    int found = admit(seat, pop, into, at, depth);
    if (found == 0 && cutoff > usable.cutoff()) {
      rank(seat, Integer.MAX_VALUE);
      found = admit(seat, pop, into, at, depth);
    }
    return found;
  }

  private int admit(int seat, int pop, int[] into, int at, int depth) {
    int found = 0;
    for (int k = 0; k < inView && found < depth && score[k] > cutoff; k++) {
      int s = satellite[order[k]];
      if (isAdmitted(seat, order[k]) && mayLand(s, pop, found)) {
        into[at + found++] = s;
      }
    }
    return found;
  }

  /** The first of a list surely has a gateway; to look for those of the others takes time. */
  private boolean mayLand(int s, int pop, int found) {
    return found == 0 ? gateways.isOpen(s, pop, search) : !gateways.isKnownClosed(s, pop);
  }

  /**
   * Puts those set out that are in view in order, the highest first, of equal ones the smaller
   * index. None that is left out stands higher than the cutoff.
   *
   * @param enough how many of the highest will do
   */
  private void rank(int seat, int enough) {
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
    cutoff = usable.cutoff();
    inView = 0;
    for (int k = 0; k < size; k++) {
      if (inView >= enough && most[k] < score[enough - 1]) {
        cutoff = most[k];
        return;
      }
      double dx = x[k] - siteX;
      double dy = y[k] - siteY;
      double dz = z[k] - siteZ;
      double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
      double height = dx * upX + dy * upY + dz * upZ;
      if (height < sinMask * range || range > maxRangeM) {
        continue;
      }
      double sine = height / range;
      int place = inView++;
      for (; place > 0 && isAbove(sine, k, place - 1); place--) {
        score[place] = score[place - 1];
        order[place] = order[place - 1];
      }
      score[place] = sine;
      order[place] = k;
    }
  }

  private boolean isAbove(double sine, int k, int place) {
    return sine > score[place] || (sine == score[place] && satellite[k] < satellite[order[place]]);
  }

  private boolean isAdmitted(int seat, int k) {
    if (verdict[k] != GsoScreen.OPEN) {
      return verdict[k] == GsoScreen.ADMITTED;
    }
    double[] sites = blocks.sites();
    int site = seat * TerminalBlocks.SITE_SIZE;
    double dx = x[k] - sites[site];
    double dy = y[k] - sites[site + 1];
    double dz = z[k] - sites[site + 2];
    double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
    return isAdmitted(seat, satellite[k], verdict[k], dx / range, dy / range, dz / range);
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
