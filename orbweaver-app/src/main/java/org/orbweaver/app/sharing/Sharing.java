package org.orbweaver.app.sharing;

/** How terminals share capacity when they ask for something else than was planned. */
@FunctionalInterface
public interface Sharing {
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
