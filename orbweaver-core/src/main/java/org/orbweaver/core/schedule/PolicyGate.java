package org.orbweaver.core.schedule;

import org.orbweaver.core.policy.ServicePolicy;

/** Keeps those out of a slot who may not be served: they take no beam and no antenna. */
final class PolicyGate {
  private final ServicePolicy policy;

  PolicyGate(ServicePolicy policy) {
    this.policy = policy;
  }

  /**
   * Home PoPs of those who may be served. A terminal without one reaches no gateway, so that
   * nothing is looked for or given for it.
   *
   * @param homePop by terminal; not written to
   */
  int[] close(int[] homePop) {
    if (policy.servesAll()) {
      return homePop;
    }
    int[] open = homePop.clone();
    for (int t = 0; t < open.length; t++) {
      if (!policy.isServed(t)) {
        open[t] = -1;
      }
    }
    return open;
  }

  /** Tells in a slot's outcome why those have no service who may have none. */
  void tellIn(int[] outcome) {
    if (policy.servesAll()) {
      return;
    }
    for (int t = 0; t < outcome.length; t++) {
      if (!policy.isServed(t)) {
        outcome[t] = Schedule.unserved(policy.reason(t));
      }
    }
  }
}
