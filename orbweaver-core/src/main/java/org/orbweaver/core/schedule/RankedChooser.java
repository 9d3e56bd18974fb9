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
  private final GatewayChoice gateways;
  private final GatewaySearch search;
  private final long longestDetourFs;
  private int group = -1;
  private int cell = -1;
  private Room beams = (satellite, ofCell) -> false;

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
      GatewayChoice gateways,
      long longestDetourFs) {
    this.blocks = blocks;
    this.near = near;
    this.ranking = ranking;
    this.servedBefore = servedBefore;
    this.gateways = gateways;
    this.longestDetourFs = longestDetourFs;
    search = gateways.openSearch();
  }

  @Override
  public void moveTo(int newCell, Room room) {
    cell = newCell;
    beams = room;
    if (blocks.groupOfCell(cell) != group) {
      group = blocks.groupOfCell(cell);
      near.moveTo(group);
    }
  }

  @Override
  public int choose(int seat, int pop) {
    look(seat);
    if (longestDetourFs < Long.MAX_VALUE) {
      return withoutDetours(pop);
    }
    ranking.keep(s -> isOpen(s, pop));
    int best = ranking.next();
    return best >= 0 ? ranking.sky().satellite(best) : NONE;
  }

  private boolean isOpen(int satellite, int pop) {
    return beams.isOpen(satellite, cell) && gateways.isOpen(satellite, pop, search);
  }

  /** Satellites whose way is much longer than the best one's come after all others. */
  private int withoutDetours(int pop) {
    Sky sky = ranking.sky();
    int[] order = new int[sky.size()];
    long[] wayFs = new long[sky.size()];
    long bestFs = Delay.UNREACHABLE_FS;
    int count = 0;
    for (int k = ranking.next(); k >= 0; k = ranking.next()) {
      order[count] = sky.satellite(k);
      wayFs[count] = Delay.spaceFs(sky.rangeM(k)) + gateways.delayFs(order[count], pop, search);
      bestFs = Math.min(bestFs, wayFs[count++]);
    }
    for (boolean far : new boolean[] {false, true}) {
      for (int k = 0; k < count; k++) {
        if (wayFs[k] - bestFs > longestDetourFs == far && isOpen(order[k], pop)) {
          return order[k];
        }
      }
    }
    return NONE;
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
