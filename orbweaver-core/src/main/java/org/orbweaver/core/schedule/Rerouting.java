package org.orbweaver.core.schedule;

import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.link.Outages;

/**
 * The rest of a slot in which something fails. No terminal changes its satellite within a slot.
 * First every terminal whose gateway can still be reached keeps it, so that nobody is disturbed for
 * another's sake; then the others take what is left, in order of their index.
 */
final class Rerouting {
  private final Schedule running;
  private final GatewayReach reach;
  private final int[] homePop;
  private final Outages outages;
  private final Feeders feeders;
  private final GatewayChoice gateways;

  Rerouting(
      Schedule running,
      GatewayReach reach,
      int[] homePop,
      Outages outages,
      Feeders feeders,
      GatewayChoice gateways) {
    this.running = running;
    this.reach = reach;
    this.homePop = homePop;
    this.outages = outages;
    this.feeders = feeders;
    this.gateways = gateways;
  }

  Schedule into(Schedule rest) {
    boolean[] kept = new boolean[running.terminals()];
    for (int t = 0; t < kept.length; t++) {
      kept[t] = isAlive(t) && homePop[t] >= 0 && keeps(t);
      if (kept[t]) {
        serve(rest, t, running.gateway(t));
      }
    }
    for (int t = 0; t < kept.length; t++) {
      if (!kept[t]) {
        reroute(rest, t);
      }
    }
    rest.closeWith(running.beams());
    return rest;
  }

  private boolean isAlive(int t) {
    return running.isServed(t) && !outages.isSatelliteOut(running.satellite(t));
  }

  private boolean keeps(int t) {
    int entry = reach.find(running.satellite(t), running.gateway(t));
    return entry >= 0 && feeders.hasRoom(running.gateway(t), reach.exit(entry));
  }

  private void reroute(Schedule rest, int t) {
    if (!running.isServed(t)) {
      rest.leave(t, running.reason(t));
    } else if (!isAlive(t)) {
      rest.leave(t, ReasonCode.SATELLITE_FAILED);
    } else {
      int gateway = homePop[t] < 0 ? -1 : gateways.of(running.satellite(t), homePop[t]);
      if (gateway < 0) {
        rest.leave(t, ReasonCode.NO_GATEWAY_REACHABLE);
      } else {
        serve(rest, t, gateway);
      }
    }
  }

  private void serve(Schedule rest, int t, int gateway) {
    int satellite = running.satellite(t);
    int exit = reach.exit(reach.entry(satellite, gateway));
    feeders.take(gateway, exit);
    rest.serve(t, satellite, gateway, exit, running.beam(t), running.isHandover(t));
  }
}
