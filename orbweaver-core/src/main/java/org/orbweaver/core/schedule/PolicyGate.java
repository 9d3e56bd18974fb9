package org.orbweaver.core.schedule;

import java.util.BitSet;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.ServicePolicy;

/**
 * Keeps those out of a slot who may not be served, by decision or for moving too fast: they take no
 * beam and no antenna.
 */
final class PolicyGate {
  private final ServicePolicy policy;
  private final BitSet tooFast;

  PolicyGate(ServicePolicy policy, BitSet tooFast) {
    this.policy = policy;
    this.tooFast = tooFast;
  }

  /**
   * Home PoPs of those who may be served. A terminal without one reaches no gateway, so that
   * nothing is looked for or given for it.
   *
   * @param homePop by terminal; not written to
   */
  int[] close(int[] homePop) {
    if (servesAll()) {
      return homePop;
    }
    int[] open = homePop.clone();
    for (int t = 0; t < open.length; t++) {
      if (!policy.isServed(t) || tooFast.get(t)) {
        open[t] = -1;
      }
    }
    return open;
  }

  /** Tells in a slot's outcome why those have no service who may have none; decisions first. */
  void tellIn(int[] outcome) {
    if (servesAll()) {
      return;
    }
    for (int t = 0; t < outcome.length; t++) {
      if (!policy.isServed(t)) {
        outcome[t] = Schedule.unserved(policy.reason(t));
      } else if (tooFast.get(t)) {
        outcome[t] = Schedule.unserved(ReasonCode.MOVING_TOO_FAST);
      }
    }
  }

  private boolean servesAll() {
    return policy.servesAll() && tooFast.isEmpty();
  }
}
