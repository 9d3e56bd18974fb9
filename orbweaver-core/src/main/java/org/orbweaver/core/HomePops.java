package org.orbweaver.core;

import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.scenario.Network;

/** Each terminal's home PoP: the one that the scenario names, else the nearest. */
final class HomePops {
  private final Network network;
  private final int[] pop;

  HomePops(Network network) {
    this.network = network;
    pop = new int[network.terminals().size()];
    for (int t = 0; t < pop.length; t++) {
      String named = network.terminalSpec(t).pop();
      pop[t] = named != null ? network.pops().indexOf(named) : nearest(t, Outages.NONE);
    }
  }

  /** Where nothing is out; -1 where the network has no PoP. */
  int of(int terminal) {
    return pop[terminal];
  }

  /**
   * By terminal, -1 where every PoP is out; a terminal whose PoP is out goes to the nearest other.
   * The array may be the object's own: the caller writes nothing to it.
   */
  int[] without(Outages outages) {
    if (!outages.anyPop()) {
      return pop;
    }
    int[] left = pop.clone();
    for (int t = 0; t < left.length; t++) {
      if (left[t] >= 0 && outages.isPopOut(left[t])) {
        left[t] = nearest(t, outages);
      }
    }
    return left;
  }

  private int nearest(int terminal, Outages outages) {
    SiteTable pops = network.pops();
    int nearest = -1;
    double leastM = Double.POSITIVE_INFINITY;
    for (int p = 0; p < pops.size(); p++) {
      double distanceM = network.terminals().point(terminal).greatCircleM(pops.point(p));
      if (distanceM < leastM && !outages.isPopOut(p)) {
        nearest = p;
        leastM = distanceM;
      }
    }
    return nearest;
  }
}
