package org.orbweaver.core;

import java.util.List;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.graph.GatewaySearch;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.schedule.Candidate;

/**
 * How long the way to its home PoP is over each satellite that a terminal sees in a plan, with an
 * antenna free at every gateway; and which of them the rule for detours puts last. For one thread.
 */
public final class CandidateWays implements AutoCloseable {
  private final SlotPlan plan;
  private final GroundFibre fibre;
  private final GatewayReach reach;
  private final GatewaySearch search;
  private final double longestDetourS;
  private final boolean knowsDelays;

  private CandidateWays(Planner planner, SlotPlan plan) {
    this.plan = plan;
    fibre = planner.pathDelay().fibre();
    reach = planner.reach(plan.topology(), plan.start());
    search = reach.search(fibre);
    Double longestMs = planner.network().scenario().routing().longestDetourMs();
    longestDetourS = longestMs == null ? Double.POSITIVE_INFINITY : 1e-3 * longestMs;
    knowsDelays = !planner.isRoutedByCosts();
  }

  public static CandidateWays of(Planner planner, SlotPlan plan) {
    return new CandidateWays(planner, plan);
  }

  /** Whether ways are known: not where a strategy's costs choose them. */
  public boolean knowsDelays() {
    return knowsDelays;
  }

  /**
   * Round trips at the start of the slot, propagation only, seconds; positive infinity where no
   * gateway can be reached.
   *
   * @param candidates of the terminal
   */
  public double[] roundTripsS(int terminal, List<Candidate> candidates) {
    int pop = plan.forwarding().homePop(terminal);
    return candidates.stream().mapToDouble(c -> roundTripS(c, pop)).toArray();
  }

  private double roundTripS(Candidate candidate, int pop) {
    int s = candidate.satellite();
    int gateway = pop < 0 ? GatewaySearch.NONE : search.nearest(s, pop, (satellite, g) -> true);
    return gateway == GatewaySearch.NONE
        ? Double.POSITIVE_INFINITY
        : 2
            * Delay.toSeconds(
                Delay.spaceFs(candidate.look().rangeM())
                    + reach.delayFs(s, gateway)
                    + fibre.gatewayToPopFs(gateway, pop));
  }

  /** From which round trip on a way is a detour, seconds. */
  public double limitS(List<Candidate> candidates, double[] roundTripsS) {
    double shortest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < roundTripsS.length; k++) {
      shortest = candidates.get(k).admitted() ? Math.min(shortest, roundTripsS[k]) : shortest;
    }
    return shortest + longestDetourS;
  }

  @Override
  public void close() {
    reach.close();
  }
}
