package org.orbweaver.core.schedule;

import java.util.Arrays;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.policy.ReasonCode;

/**
 * The rest of a slot in which something fails. No terminal changes its satellite within a slot.
 * First every terminal that still lands where it did keeps its way, so that nobody is disturbed for
 * another's sake; then those that reach their gateway over another satellite keep that; then the
 * others take what is left, each in order of its index.
 */
final class Rerouting {
  private static final int OPEN = Integer.MIN_VALUE;

  private final Schedule running;
  private final int[] homePop;
  private final Outages outages;
  private final GatewayChoice gateways;
  private final Services services;

  Rerouting(Schedule running, int[] homePop, Outages outages, GatewayChoice gateways) {
    this.running = running;
    this.homePop = homePop;
    this.outages = outages;
    this.gateways = gateways;
    services = new Services(gateways.ways());
  }

  Services services() {
    return services;
  }

  /** By terminal its service, or why it has none. */
  int[] run() {
    int[] outcome = new int[running.terminals()];
    Arrays.fill(outcome, OPEN);
    for (int t = 0; t < outcome.length; t++) {
      if (isAlive(t)
          && gateways.exit(running.satellite(t), running.gateway(t)) == running.exitSatellite(t)) {
        outcome[t] = keep(t);
      }
    }
    for (int t = 0; t < outcome.length; t++) {
      if (outcome[t] == OPEN && isAlive(t)) {
        outcome[t] = keep(t);
      }
    }
    for (int t = 0; t < outcome.length; t++) {
      if (outcome[t] == OPEN) {
        outcome[t] = reroute(t);
      }
    }
    return outcome;
  }

  private int keep(int t) {
    int way = homePop[t] < 0 ? -1 : gateways.keep(running.satellite(t), running.gateway(t));
    return way < 0 ? OPEN : services.of(running.beam(t), way);
  }

  private boolean isAlive(int t) {
    return running.isServed(t) && !outages.isSatelliteOut(running.satellite(t));
  }

  private int reroute(int t) {
    if (!running.isServed(t)) {
      return Schedule.unserved(running.reason(t));
    }
    if (!isAlive(t)) {
      return Schedule.unserved(ReasonCode.SATELLITE_FAILED);
    }
    return gateways.isOpen(running.satellite(t), homePop[t])
        ? services.of(running.beam(t), gateways.take(running.satellite(t), homePop[t]))
        : Schedule.unserved(ReasonCode.NO_GATEWAY_REACHABLE);
  }
}
