package org.orbweaver.core.traffic;

import org.orbweaver.core.schedule.Schedule;

/**
 * What is left of each beam for the terminals of a scenario: of N others and terminals of weight W
 * together, the terminals get W / (W + N).
 */
final class BeamShares {
  private BeamShares() {}

  /** The same beams with what others leave of them. */
  static BeamRates left(BeamRates beams, Schedule schedule, Tariffs tariffs) {
    boolean anyOthers = false;
    for (int k = 0; k < tariffs.size(); k++) {
      anyOthers |= tariffs.others(k) > 0;
    }
    if (!anyOthers) {
      return beams;
    }
    double[] weight = new double[schedule.beams()];
    double[] others = new double[schedule.beams()];
    for (int t = 0; t < schedule.terminals(); t++) {
      int beam = schedule.beam(t);
      if (beam >= 0) {
        weight[beam] += tariffs.weight(tariffs.of(t));
        others[beam] = Math.max(others[beam], tariffs.others(tariffs.of(t)));
      }
    }
    return new BeamRates(
        b -> weight[b] > 0 ? beams.beam(b) * (weight[b] / (weight[b] + others[b])) : beams.beam(b),
        beams.terminalBps());
  }
}
