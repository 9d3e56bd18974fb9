package org.orbweaver.core;

import org.orbweaver.core.forwarding.PathDelay;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.schedule.Scheduler;

/**
 * What the planner derives from where terminals are. Where none moves it holds for good, otherwise
 * for one slot: terminals are taken to stand where they are at its start.
 *
 * @param atNs when: UTC, nanoseconds since the Unix epoch
 * @param network with the terminals in their places
 * @param scheduler over them
 * @param homePops by place
 * @param pathDelay from those places
 */
record Whereabouts(
    long atNs, Network network, Scheduler scheduler, HomePops homePops, PathDelay pathDelay) {

  static Whereabouts atHome(Network network, PlanningTables tables) {
    return new Whereabouts(
        Long.MIN_VALUE,
        network,
        tables.scheduler(),
        tables.homePops(),
        new PathDelay(network.terminals(), network.gateways(), tables.fibre()));
  }

  /** The same at an instant; itself where nothing moves. */
  Whereabouts at(long unixNs, PlanningTables tables) {
    if (unixNs == atNs || !network.anyMoves()) {
      return this;
    }
    Network there = network.at(unixNs);
    return new Whereabouts(
        unixNs,
        there,
        scheduler.over(
            there.terminals(),
            there.ephemeris(),
            there.scenario().schedule().seed(),
            there.tooFast(unixNs)),
        new HomePops(there),
        new PathDelay(there.terminals(), there.gateways(), tables.fibre()));
  }
}
