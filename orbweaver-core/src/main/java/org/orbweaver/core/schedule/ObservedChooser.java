package org.orbweaver.core.schedule;

import java.util.function.IntUnaryOperator;
import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.GsoScreen;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Snapshot;

/**
 * Chooses as {@link RankedChooser} does for {@link AsObserved}, but faster: satellites are tried in
 * the order of what they may score in the terminal's group with the lots of its cell, until none of
 * the others can score more; and the shortest way is looked for among those over which it may be.
 */
final class ObservedChooser implements Chooser {
  private static final int MOST_LISTED = 2;

  private final TerminalBlocks blocks;
  private final double[] dishes;
  private final LinkLimits limits;
  private final GsoArc gso;
  private final Snapshot start;
  private final AsObserved strategy;
  private final Offer near;
  private final Offer all;
  private final RankedChooser exact;
  private final IntUnaryOperator servedBefore;
  private final boolean limitsDetours;
  private int cell;
  private boolean isNearStale;
  private boolean isAllStale;

  /** The terminal at hand. */
  private int terminal;

  private int before;
  private double siteX;
  private double siteY;
  private double siteZ;
  private double upX;
  private double upY;
  private double upZ;
  private double sinMask;
  private int dish;

  /** The satellite at hand from there: the way to it, and the sine of its elevation. */
  private double dx;

  private double dy;
  private double dz;
  private double rangeM;
  private double sine;

  /** What the terminal is given, the best first. */
  private int found;

  private final int[] satellite = new int[MOST_LISTED];
  private final int[] gateway = new int[MOST_LISTED];
  private final double[] score = new double[MOST_LISTED];

  /** Over which satellite its way is the shortest, and how long it is. */
  private int shortest;

  private long shortestFs;

  /**
   * @param near what is no detour
   * @param all with what is
   * @param exact for terminals from which some are hidden, and to say why one has nothing
   * @param servedBefore by terminal the satellite that served it in the slot before, or -1
   */
  ObservedChooser(
      TerminalBlocks blocks,
      LinkLimits limits,
      GsoArc gso,
      Snapshot start,
      AsObserved strategy,
      DishAxes axes,
      Offer near,
      Offer all,
      RankedChooser exact,
      IntUnaryOperator servedBefore,
      boolean limitsDetours) {
    this.blocks = blocks;
    dishes = axes.dishes();
    this.limits = limits;
    this.gso = gso;
    this.start = start;
    this.strategy = strategy;
    this.near = near;
    this.all = all;
    this.exact = exact;
    this.servedBefore = servedBefore;
    this.limitsDetours = limitsDetours;
  }

  @Override
  public void moveTo(int newCell) {
    cell = newCell;
    isNearStale = true;
    isAllStale = true;
  }

  @Override
  public void list(int seat, int pop, int[] into, int at, int depth) {
    if (limits.horizon(blocks.terminal(seat)) != null) {
      exact.moveTo(cell);
      exact.list(seat, pop, into, at, depth);
      return;
    }
    int none = find(seat, pop, depth);
    for (int k = 0; k < depth; k++) {
      into[at + k] = k < found ? satellite[k] : none;
    }
    if (limitsDetours) {
      System.arraycopy(gateway, 0, into, at + depth, depth);
      NearWays ways = near.ways();
      into[at + 2 * depth] = shortest < 0 ? NONE : ways.satellite(shortest);
      into[at + 2 * depth + 1] = shortest < 0 ? NONE : ways.gateway(shortest);
    }
  }

  @Override
  public int choose(int seat, int pop) {
    if (limits.horizon(blocks.terminal(seat)) != null) {
      exact.moveTo(cell);
      return exact.choose(seat, pop);
    }
    find(seat, pop, 1);
    return found > 0 ? satellite[0] : NONE;
  }

  @Override
  public int why(int seat, int pop) {
    exact.moveTo(cell);
    return exact.why(seat, pop);
  }

  /** Finds the best for a terminal; returns what ends its list. */
  private int find(int seat, int pop, int depth) {
    stand(seat);
    if (near.ways().moveTo(blocks.groupOfCell(cell), pop) || isNearStale) {
      near.moveTo(cell, strategy.lots(terminal, start.timeNs()));
      isNearStale = false;
    }
    found = 0;
    findShortest();
    if (limitsDetours && shortest < 0) {
      return NONE;
    }
    long limitFs = near.ways().limitFs(shortestFs);
    rank(near, 0, limitFs, depth);
    if (found > 0 || !limitsDetours) {
      return found > 0 && limitsDetours ? MORE : NONE;
    }
    if (all.ways().moveTo(blocks.groupOfCell(cell), pop) || isAllStale) {
      all.moveTo(cell, strategy.lots(terminal, start.timeNs()));
      isAllStale = false;
    }
    rank(all, limitFs + 1, Delay.UNREACHABLE_FS, depth);
    return NONE;
  }

  private void stand(int seat) {
    terminal = blocks.terminal(seat);
    before = servedBefore.applyAsInt(terminal);
    double[] sites = blocks.sites();
    int site = seat * TerminalBlocks.SITE_SIZE;
    siteX = sites[site];
    siteY = sites[site + 1];
    siteZ = sites[site + 2];
    upX = sites[site + 3];
    upY = sites[site + 4];
    upZ = sites[site + 5];
    sinMask = sites[site + 6];
    dish = seat * DishAxes.SIZE;
  }

  /** Looks at a satellite; says whether it is in view. */
  private boolean look(int s) {
    dx = start.xM(s) - siteX;
    dy = start.yM(s) - siteY;
    dz = start.zM(s) - siteZ;
    rangeM = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double height = dx * upX + dy * upY + dz * upZ;
    sine = height / rangeM;
    return height >= sinMask * rangeM && rangeM <= limits.maxRangeM();
  }

  private void findShortest() {
    NearWays ways = near.ways();
    shortest = NONE;
    shortestFs = Delay.UNREACHABLE_FS;
    for (int j = 0; j < ways.shortestSize(); j++) {
      int k = ways.shortest(j);
      if (ways.leastFs(k) >= shortestFs) {
        return;
      }
      if (look(ways.satellite(k))) {
        long wayFs = Delay.spaceFs(rangeM) + ways.delayFs(k);
        if (wayFs < shortestFs && isAdmitted(ways, k)) {
          shortest = k;
          shortestFs = wayFs;
        }
      }
    }
  }

  /** Keeps the best of those whose ways are from so long to so long. */
  private void rank(Offer offer, long fromFs, long toFs, int depth) {
    NearWays ways = offer.ways();
    double kept = strategy.weights().kept();
    for (int place = 0; offer.hasMoreThan(place); place++) {
      double worst = found == depth ? score[depth - 1] : Double.NEGATIVE_INFINITY;
      if (offer.most(place) + kept < worst) {
        return;
      }
      int k = offer.at(place);
      int s = ways.satellite(k);
      if ((offer.most(place) < worst && s != before) || !look(s)) {
        continue;
      }
      long wayFs = Delay.spaceFs(rangeM) + ways.delayFs(k);
      if (wayFs >= fromFs && wayFs <= toFs) {
        place(ways, k, score(s, offer.lot(k)), depth);
      }
    }
  }

  private double score(int s, double lot) {
    double northward = (dx * dishes[dish] + dy * dishes[dish + 1] + dz * dishes[dish + 2]) / rangeM;
    double boresight =
        strategy.weights().boresightTerm(dishes[dish + 3] * sine + dishes[dish + 4] * northward);
    return strategy.score(boresight, strategy.make(s), s == before, lot);
  }

  private void place(NearWays ways, int k, double value, int depth) {
    int s = ways.satellite(k);
    int at = found;
    while (at > 0 && (value > score[at - 1] || (value == score[at - 1] && s < satellite[at - 1]))) {
      at--;
    }
    if (at == depth || !isAdmitted(ways, k)) {
      return;
    }
    found = Math.min(depth, found + 1);
    for (int m = found - 1; m > at; m--) {
      satellite[m] = satellite[m - 1];
      gateway[m] = gateway[m - 1];
      score[m] = score[m - 1];
    }
    satellite[at] = s;
    gateway[at] = ways.gateway(k);
    score[at] = value;
  }

  /** Whether the terminal at hand may use the satellite at hand. */
  private boolean isAdmitted(NearWays ways, int k) {
    int judged = ways.verdict(k);
    if (judged == GsoScreen.OPEN) {
      int group = blocks.groupOfCell(cell);
      judged =
          blocks.screen().judge(group, siteX, siteY, siteZ, dx / rangeM, dy / rangeM, dz / rangeM);
    }
    if (judged != GsoScreen.OPEN) {
      return judged == GsoScreen.ADMITTED;
    }
    int s = ways.satellite(k);
    return gso.separationRad(terminal, start.xM(s), start.yM(s), start.zM(s))
        >= limits.minGsoSeparationRad();
  }
}
