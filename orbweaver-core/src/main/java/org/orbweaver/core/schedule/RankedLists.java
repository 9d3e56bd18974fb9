package org.orbweaver.core.schedule;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Lists in the order of any strategy that does not ask for loads. */
final class RankedLists implements ShortLists.Maker {
  private final BlockSky near;
  private final Ranking ranking;
  private final IntUnaryOperator servedBefore;

  /**
   * @param ranking of a sky of its own
   * @param servedBefore by terminal the satellite that served it in the slot before, or -1
   */
  RankedLists(BlockSky near, Ranking ranking, IntUnaryOperator servedBefore) {
    this.near = near;
    this.ranking = ranking;
    this.servedBefore = servedBefore;
  }

  @Override
  public void moveTo(int group) {
    near.moveTo(group);
  }

  @Override
  public void fill(int slot, int terminal, int[] list) {
    ranking.moveTo(terminal, servedBefore.applyAsInt(terminal), near.satellites(), near.size());
    int found = 0;
    int best = ranking.next();
    while (best >= 0) {
      list[found++] = ranking.sky().satellite(best);
      best = found < ShortLists.LENGTH ? ranking.next() : -1;
    }
    if (ranking.sky().size() == 0) {
      list[found++] = ShortLists.NOTHING_IN_VIEW;
    }
    Arrays.fill(list, found, ShortLists.LENGTH, ShortLists.NO_MORE);
  }
}
