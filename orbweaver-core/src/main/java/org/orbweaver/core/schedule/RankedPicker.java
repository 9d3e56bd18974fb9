package org.orbweaver.core.schedule;

import java.util.function.IntUnaryOperator;

/** Picks what any strategy likes best. */
final class RankedPicker implements Assignment.Picker {
  private final Ranking ranking;
  private final IntUnaryOperator servedBefore;

  /**
   * @param ranking of a sky of its own
   * @param servedBefore by terminal the satellite that served it in the slot before, or -1
   */
  RankedPicker(Ranking ranking, IntUnaryOperator servedBefore) {
    this.ranking = ranking;
    this.servedBefore = servedBefore;
  }

  @Override
  public int pick(int terminal, int[] offered, int count) {
    ranking.moveTo(terminal, servedBefore.applyAsInt(terminal), offered, count);
    int best = ranking.next();
    if (best < 0) {
      return -1;
    }
    int at = 0;
    while (offered[at] != ranking.sky().satellite(best)) {
      at++;
    }
    return at;
  }
}
