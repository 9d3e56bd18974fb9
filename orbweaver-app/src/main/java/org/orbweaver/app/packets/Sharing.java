package org.orbweaver.app.packets;

import java.util.Arrays;

/** How terminals share capacity when they ask for something else than was planned. */
@FunctionalInterface
public interface Sharing {
  /** What was planned, whatever they ask for. */
  Sharing AS_PLANNED =
      (inNext, isUp, terminals, demandBps) -> {
        double[] same = new double[terminals.length];
        Arrays.fill(same, 1);
        return same;
      };

  /**
   * What terminals get beside what the plan gives them: 1 for the same. Asked by one thread.
   *
   * @param inNext in the slot after the running one
   * @param isUp from terminals
   * @param terminals each once; all others ask for what the plan says
   * @param demandBps by place in that list; positive infinity for all that they may have
   * @return by place in that list, greater than 0; the same array as before where nothing has
   *     changed since the question before
   */
  double[] ofPlanned(boolean inNext, boolean isUp, int[] terminals, double[] demandBps);
}
