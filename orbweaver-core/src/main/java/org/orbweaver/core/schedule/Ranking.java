package org.orbweaver.core.schedule;

import java.util.function.IntPredicate;

/**
 * Hands out the admitted candidates of one terminal from the best down. Whether the geostationary
 * arc is far enough is asked only of those whose turn comes: that is the dearest question, and few
 * are asked it.
 */
final class Ranking {
  private final Sky sky;
  private final SelectionStrategy strategy;
  private double[] score = new double[64];

  Ranking(Sky sky, SelectionStrategy strategy) {
    this.sky = sky;
    this.strategy = strategy;
  }

  Sky sky() {
    return sky;
  }

  void moveTo(int terminal, int servedBefore, int[] offered, int count) {
    sky.moveTo(terminal, servedBefore, offered, count);
    if (sky.size() > score.length) {
      score = new double[2 * sky.size()];
    }
    for (int k = 0; k < sky.size(); k++) {
      score[k] = strategy.score(sky, k);
    }
  }

  /** Leaves out, of those not handed out yet, the candidates that a terminal cannot have. */
  void keep(IntPredicate candidates) {
    for (int k = 0; k < sky.size(); k++) {
      if (!candidates.test(k)) {
        score[k] = Double.NaN;
      }
    }
  }

  /** The next candidate, or -1. */
  int next() {
    for (int best = best(); best >= 0; best = best()) {
      score[best] = Double.NaN;
      if (sky.isAdmitted(best)) {
        return best;
      }
    }
    return -1;
  }

  /** Highest score not yet handed out; of equal ones the smaller satellite index. */
  private int best() {
    int best = -1;
    for (int k = 0; k < sky.size(); k++) {
      if (Double.isNaN(score[k])) {
        continue;
      }
      boolean better =
          best < 0
              || score[k] > score[best]
              || (score[k] == score[best] && sky.satellite(k) < sky.satellite(best));
      best = better ? k : best;
    }
    return best;
  }
}
