package org.orbweaver.core.schedule;

import java.util.function.IntUnaryOperator;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GatewaySearch;
import org.orbweaver.core.policy.ReasonCode;

/** Chooses what any strategy likes best, and says why there is nothing. */
final class RankedChooser implements Chooser {
  private final TerminalBlocks blocks;
  private final BlockSky near;
  private final Ranking ranking;
  private final IntUnaryOperator servedBefore;
  private final Beams beams;
  private final GatewayChoice gateways;
  private final GatewaySearch search;
  private final long longestDetourFs;
  private int group = -1;
  private int cell = -1;
  private int[] gateway = new int[64];
  private long[] wayFs = new long[64];
  private boolean[] refused = new boolean[64];

  /**
   * @param near of its own
   * @param ranking of a sky of its own
   * @param servedBefore by terminal the satellite that served it in the slot before, or -1
   * @param longestDetourFs satellites whose way is longer than the best one's by more than this
   *     come after all others
   */
  RankedChooser(
      TerminalBlocks blocks,
      BlockSky near,
      Ranking ranking,
      IntUnaryOperator servedBefore,
      Beams beams,
      GatewayChoice gateways,
      long longestDetourFs) {
    this.blocks = blocks;
    this.near = near;
    this.ranking = ranking;
    this.servedBefore = servedBefore;
    this.beams = beams;
    this.gateways = gateways;
    this.longestDetourFs = longestDetourFs;
    search = gateways.openSearch();
  }

  @Override
  public void moveTo(int newCell) {
    cell = newCell;
    if (blocks.groupOfCell(cell) != group) {
      group = blocks.groupOfCell(cell);
      near.moveTo(group);
    }
  }

  @Override
  public void list(int seat, int pop, int[] into, int at, int depth) {
    look(seat);
    if (longestDetourFs < Long.MAX_VALUE) {
      listNear(seat, pop, into, at, depth);
      return;
    }
    ranking.keep(k -> isOpen(ranking.sky().satellite(k), pop));
    int next = 0;
    for (int k = 0; k < depth && next != NONE; k++) {
      next = nextSatellite();
      into[at + k] = next;
    }
  }

  private void listNear(int seat, int pop, int[] into, int at, int depth) {
    int shortest = findWays(pop);
    int rest = at + 2 * depth;
    into[rest] = shortest < 0 ? NONE : ranking.sky().satellite(shortest);
    into[rest + 1] = shortest < 0 ? NONE : gateway[shortest];
    long limitFs = limitFs(shortest);
    ranking.keep(k -> wayFs[k] <= limitFs && hasWayAndBeam(k));
    int none = MORE;
    int best = ranking.next();
    if (best < 0) {
      look(seat);
      ranking.keep(k -> wayFs[k] > limitFs && hasWayAndBeam(k));
      none = NONE;
      best = ranking.next();
    }
    for (int k = 0; k < depth; k++) {
      if (best < 0) {
        into[at + k] = none;
        return;
      }
      into[at + k] = ranking.sky().satellite(best);
      into[at + depth + k] = gateway[best];
      best = k + 1 < depth ? ranking.next() : best;
    }
  }

  @Override
  public int choose(int seat, int pop) {
    look(seat);
    Sky sky = ranking.sky();
    if (longestDetourFs == Long.MAX_VALUE) {
      ranking.keep(k -> isOpen(sky.satellite(k), pop));
      return nextSatellite();
    }
    long limitFs = limitFs(findWays(pop));
    ranking.keep(k -> wayFs[k] <= limitFs && hasWayAndBeam(k));
    int near = nextSatellite();
    if (near != NONE) {
      return near;
    }
    look(seat);
    ranking.keep(k -> wayFs[k] > limitFs && hasWayAndBeam(k));
    return nextSatellite();
  }

  private int nextSatellite() {
    int best = ranking.next();
    return best >= 0 ? ranking.sky().satellite(best) : NONE;
  }

  private boolean hasWayAndBeam(int candidate) {
    return wayFs[candidate] < Delay.UNREACHABLE_FS
        && beams.isOpen(ranking.sky().satellite(candidate), cell);
  }

  private boolean isOpen(int satellite, int pop) {
    return beams.isOpen(satellite, cell) && gateways.isOpen(satellite, pop, search);
  }

  private long limitFs(int shortest) {
    return longestDetourFs
        + (shortest < 0 ? Delay.UNREACHABLE_FS : Math.min(wayFs[shortest], Delay.UNREACHABLE_FS));
  }

  /**
   * Works out every candidate's way; returns the one with the shortest of those that are admitted,
   * or -1. From the shortest on it is asked whether they are, since that is dear.
   */
  private int findWays(int pop) {
    Sky sky = ranking.sky();
    int size = sky.size();
    if (size > wayFs.length) {
      gateway = new int[2 * size];
      wayFs = new long[2 * size];
      refused = new boolean[2 * size];
    }
    for (int k = 0; k < size; k++) {
      int s = sky.satellite(k);
      gateway[k] = gateways.gateway(s, pop, search);
      wayFs[k] = Delay.spaceFs(sky.rangeM(k)) + gateways.delayFs(s, gateway[k], pop);
      refused[k] = false;
    }
    int shortest = shortest(size);
    while (shortest >= 0 && !sky.isAdmitted(shortest)) {
      refused[shortest] = true;
      shortest = shortest(size);
    }
    return shortest;
  }

  /** Of the candidates that are not refused, or -1. */
  private int shortest(int size) {
    int shortest = -1;
    for (int k = 0; k < size; k++) {
      if (!refused[k] && (shortest < 0 || wayFs[k] < wayFs[shortest])) {
        shortest = k;
      }
    }
    return shortest;
  }

  private void look(int seat) {
    int terminal = blocks.terminal(seat);
    ranking.moveTo(terminal, servedBefore.applyAsInt(terminal), near.satellites(), near.size());
  }

  @Override
  public int why(int seat, int pop) {
    look(seat);
    if (ranking.sky().size() == 0) {
      return Schedule.unserved(ReasonCode.NO_SATELLITE_IN_VIEW);
    }
    ReasonCode reason = ReasonCode.GSO_PROTECTION;
    for (int k = ranking.next(); k >= 0; k = ranking.next()) {
      if (gateways.isOpen(ranking.sky().satellite(k), pop, search)) {
        return Schedule.unserved(ReasonCode.NO_BEAM_FREE);
      }
      reason = ReasonCode.NO_GATEWAY_REACHABLE;
    }
    return Schedule.unserved(reason);
  }
}
