package org.orbweaver.core.traffic;

import java.util.List;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.radio.LinkTable;
import org.orbweaver.core.radio.Payload;
import org.orbweaver.core.radio.RainField;
import org.orbweaver.core.radio.RainSpecific;
import org.orbweaver.core.radio.UnexplainedRain;
import org.orbweaver.core.schedule.Schedule;

/**
 * What the radio links of a network carry, as far as it does not change from slot to slot. Layout:
 * by satellite the number of its payload.
 */
public final class LinkBudget {
  private final List<Payload> payloads;
  private final int[] payloadOf;
  private final double[] mostBps;
  private final double terminalDuty;
  private final Feeder feeder;
  private final UnexplainedRain unexplained;
  private final SiteTable gateways;
  private final RainField rain;
  private final RainSpecific[] specific;

  /**
   * Feeder links by direction of traffic: what goes down comes up from the gateway first. What they
   * carry in clear air is not asked of these tables, only how much of it rain leaves.
   */
  public record Feeder(LinkTable down, LinkTable up) {
    LinkTable of(boolean isUp) {
      return isUp ? up : down;
    }
  }

  /**
   * What is common to all beams.
   *
   * @param mostDownBps a beam carries toward terminals, whatever its link would
   * @param mostUpBps likewise from terminals
   * @param terminalDuty share of the time in which a terminal may send, above 0 to 1
   */
  public record Bounds(double mostDownBps, double mostUpBps, double terminalDuty) {}

  /**
   * All that the links need.
   *
   * @param payloads at least one
   * @param payloadOf by satellite its place in that list
   */
  public LinkBudget(
      List<Payload> payloads,
      int[] payloadOf,
      Bounds bounds,
      Feeder feeder,
      SiteTable gateways,
      UnexplainedRain unexplained,
      RainField rain) {
    this.payloads = List.copyOf(payloads);
    this.payloadOf = payloadOf.clone();
    this.mostBps = new double[] {bounds.mostDownBps, bounds.mostUpBps};
    this.terminalDuty = bounds.terminalDuty;
    this.feeder = feeder;
    this.gateways = gateways;
    this.unexplained = unexplained;
    this.rain = rain;
    specific =
        new RainSpecific[] {
          circular(payloads.getFirst().down()),
          circular(payloads.getFirst().up()),
          circular(feeder.down()),
          circular(feeder.up())
        };
  }

  /** Of circular polarisation the elevation does not count. */
  private static RainSpecific circular(LinkTable table) {
    return RainSpecific.of(table.link().frequencyHz(), 0, RainSpecific.CIRCULAR_RAD);
  }

  /** What links carry in a slot, at its start. */
  public LinkRates at(Schedule schedule, Snapshot satellites) {
    return new LinkRates(this, schedule, satellites, rain.at(satellites.timeNs()));
  }

  SiteTable gateways() {
    return gateways;
  }

  Payload payload(int satellite) {
    return payloads.get(payloadOf[satellite]);
  }

  LinkTable table(int satellite, boolean isUp) {
    return isUp ? payload(satellite).up() : payload(satellite).down();
  }

  double mostBps(boolean isUp) {
    return mostBps[isUp ? 1 : 0];
  }

  double terminalDuty() {
    return terminalDuty;
  }

  Feeder feeder() {
    return feeder;
  }

  UnexplainedRain unexplained() {
    return unexplained;
  }

  RainSpecific specific(boolean isUp) {
    return specific[isUp ? 1 : 0];
  }

  RainSpecific feederSpecific(boolean isUp) {
    return specific[isUp ? 3 : 2];
  }
}
