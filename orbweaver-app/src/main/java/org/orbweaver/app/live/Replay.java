package org.orbweaver.app.live;

import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.traffic.LinkTrace;
import org.orbweaver.dataplane.PathState;

/**
 * What a terminal's path is where a recorded trace stands in for the model. A trace knows of the
 * sky, not of policy: whom a decision keeps from service it does not serve, and whom one limits has
 * no more than that. What a trace leaves out is the model's, and then needs the model's service.
 */
final class Replay {
  private static final double NS_PER_S = 1e9;
  private static final double MS_PER_S = 1e3;

  /** A gap may end sooner than it was known to: whoever waits looks again after this. */
  private static final long LOOK_NS = 1_000_000_000L;

  private static final double GAP_BPS = 1e9;

  private Replay() {}

  /**
   * The path's state.
   *
   * @param modelled the plan's
   * @param nowNs network time
   * @param time between network time and that of states
   */
  static PathState over(PathState modelled, LinkTrace trace, long nowNs, TimeScale time) {
    if (!takesOver(modelled, trace)) {
      return modelled;
    }
    LinkTrace.Row row = trace.at(nowNs);
    boolean gap = trace.isGapAt(nowNs);
    boolean limited = modelled.served() && modelled.reason() == ReasonCode.LINE_LIMITED;
    double upBps = bps(row.upBps(), modelled.upBps(), trace, limited);
    double downBps = bps(row.downBps(), modelled.downBps(), trace, limited);
    if (gap) {
      // What is lost leaves all the same.
      upBps = Math.max(upBps, GAP_BPS);
      downBps = Math.max(downBps, GAP_BPS);
    }
    long untilNs = gap || (upBps == 0 && downBps == 0) ? endNs(trace, nowNs, time) : Long.MIN_VALUE;
    boolean ownDelays = trace.hasDelays();
    long upNs = gap ? 0 : Math.round(row.upS() * NS_PER_S);
    long downNs = gap ? 0 : Math.round(row.downS() * NS_PER_S);
    long leastNs = Math.min(upNs, downNs);
    return new PathState(
        true,
        limited ? ReasonCode.LINE_LIMITED : ReasonCode.SERVED,
        ownDelays ? leastNs : modelled.oneWayDelayNs(),
        ownDelays ? upNs - leastNs : modelled.upExtraNs(),
        ownDelays ? downNs - leastNs : modelled.downExtraNs(),
        downBps,
        upBps,
        ownDelays ? untilNs : Math.max(untilNs, modelled.heldUntilNs()),
        gap ? untilNs : ownDelays ? Long.MIN_VALUE : modelled.lostUntilNs(),
        trace.hasLoss() ? row.loss() : ownDelays ? 0 : modelled.loss(),
        modelled.homePop(),
        null);
  }

  /** Whether a trace says anything of a path at present. */
  static boolean takesOver(PathState modelled, LinkTrace trace) {
    boolean forbidden = !modelled.served() && modelled.decision() != null;
    boolean enough = modelled.served() || (trace.hasDelays() && trace.hasRates());
    return enough && !forbidden && modelled.homePop() >= 0;
  }

  /** Round-trip time at an instant, milliseconds; {@code NaN} while nothing arrives. */
  static double rttMs(LinkTrace trace, long nowNs) {
    LinkTrace.Row row = trace.at(nowNs);
    return MS_PER_S * (row.upS() + row.downS());
  }

  private static double bps(double traced, double modelled, LinkTrace trace, boolean limited) {
    if (!trace.hasRates()) {
      return modelled;
    }
    return limited ? Math.min(traced, modelled) : traced;
  }

  private static long endNs(LinkTrace trace, long nowNs, TimeScale time) {
    return time.carrierNs(Math.min(trace.nextRowNs(nowNs), nowNs + LOOK_NS));
  }
}
