package org.orbweaver.study.preview;

import org.orbweaver.core.SlotPlan;

/**
 * What two plans of the same slots come to, terminal by terminal and gateway by gateway. Layout: an
 * array by terminal, or by gateway, for each sum.
 */
final class Tally {
  final int[] servedWithout;
  final int[] servedWith;

  /** Slots in which a terminal has service only without the decision. */
  final int[] lost;

  /** Slots in which it has service only with it. */
  final int[] gained;

  /** Slots in which policy says something else with the decision. */
  final int[] decided;

  /** Sums over slots of the rate toward a terminal, bit/s. */
  final double[] downWithoutBps;

  final double[] downWithBps;

  /** Sums over slots of the rates through a gateway, bit/s. */
  final double[] gatewayWithoutBps;

  final double[] gatewayWithBps;

  int slots;

  Tally(int terminals, int gateways) {
    servedWithout = new int[terminals];
    servedWith = new int[terminals];
    lost = new int[terminals];
    gained = new int[terminals];
    decided = new int[terminals];
    downWithoutBps = new double[terminals];
    downWithBps = new double[terminals];
    gatewayWithoutBps = new double[gateways];
    gatewayWithBps = new double[gateways];
  }

  /** Takes a slot in: its plan without the decision, its plan with it, and where they differ. */
  void add(SlotPlan without, SlotPlan with, boolean[] differs) {
    for (int t = 0; t < lost.length; t++) {
      boolean before = without.schedule().isServed(t);
      boolean after = with.schedule().isServed(t);
      servedWithout[t] += before ? 1 : 0;
      servedWith[t] += after ? 1 : 0;
      lost[t] += before && !after ? 1 : 0;
      gained[t] += after && !before ? 1 : 0;
      decided[t] += differs[t] ? 1 : 0;
      downWithoutBps[t] += rate(without, t, gatewayWithoutBps);
      downWithBps[t] += rate(with, t, gatewayWithBps);
    }
    slots++;
  }

  private static double rate(SlotPlan plan, int terminal, double[] byGateway) {
    double bps = plan.forwarding().downBps(terminal);
    int gateway = plan.schedule().gateway(terminal);
    if (gateway >= 0) {
      byGateway[gateway] += bps;
    }
    return bps;
  }

  boolean isDecided(int terminal) {
    return decided[terminal] > 0;
  }

  /**
   * What happens to a terminal. About whom the decision says nothing, a slot lost here and won
   * there is the schedule's ordinary course; only more than one in a hundred counts.
   */
  Outcome outcome(int t) {
    int least = isDecided(t) ? 1 : slots / 100 + 1;
    int net = gained[t] - lost[t];
    if (net <= -least || (isDecided(t) && lost[t] > 0 && lost[t] >= gained[t])) {
      return servedWith[t] == 0 ? Outcome.LOSES_ALL : Outcome.LOSES_SOME;
    }
    if (net >= least) {
      return Outcome.GAINS;
    }
    double change = downWithBps[t] - downWithoutBps[t];
    double counts = 0.01 * downWithoutBps[t];
    return change < -counts ? Outcome.SLOWER : change > counts ? Outcome.FASTER : Outcome.SAME;
  }
}
