package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.CandidateWays;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.time.Utc;

/** One row a slot, terminal and satellite in view, in the order in which they are tried. */
final class CandidateRows {
  static final Column RTT =
      Column.number(
          "rtt_ms",
          "round trip to the home PoP by it, propagation only, with an antenna free at every"
              + " gateway; empty where there is no way");

  static final Column DETOUR =
      Column.flag(
          "detour",
          "whether routing.longestDetourMs puts it behind all others: it is tried only where these"
              + " cannot serve");

  static final Sheet SHEET =
      new Sheet(
          "orbweaver.candidates/1",
          Column.text("slot_start_utc", "start of the slot, UTC"),
          Column.text("terminal", "name of the terminal"),
          Column.text("satellite", "name of a satellite in view"),
          Column.number("norad_id", "its catalogue number; empty for a generated satellite"),
          Column.number("elevation_deg", "its elevation at the terminal"),
          Column.number("azimuth_deg", "its azimuth at the terminal, from north over east"),
          Column.number("range_km", "its distance from the terminal"),
          Column.number(
              "gso_separation_deg",
              "its angle from the geostationary arc; empty where that is below the horizon"),
          Column.flag("admitted", "whether GSO protection allows it"),
          Column.text(
              "reason",
              "SERVED where it serves; GSO_PROTECTION where not admitted; NO_GATEWAY_REACHABLE"
                  + " where it has no way to the ground"),
          Column.number(
              "rank",
              "place among the admitted, 1 being the strategy's first choice, or the most probable"
                  + " one where it draws lots"),
          Column.number(
              "probability",
              "that it is chosen among the admitted, not knowing which served before; empty where"
                  + " the strategy draws no lots"),
          Column.flag("chosen", "whether it serves the terminal"),
          RTT,
          DETOUR);

  private CandidateRows() {}

  static void write(
      RowWriter rows,
      Planner planner,
      SlotPlan plan,
      @Nullable SlotPlan previous,
      CandidateWays ways,
      int terminal) {
    Network network = planner.network();
    String slotStart = Utc.format(plan.slot().startNs());
    List<Candidate> candidates = planner.candidates(plan, previous, terminal);
    double[] rttS = ways.roundTripsS(terminal, candidates);
    double limitS = ways.limitS(candidates, rttS);
    for (int k = 0; k < candidates.size(); k++) {
      Candidate candidate = candidates.get(k);
      rows.text(slotStart).text(network.terminals().name(terminal));
      PlanRows.satellite(rows, network, candidate.satellite());
      rows.number(Math.toDegrees(candidate.look().elevationRad()), 3)
          .number(Math.toDegrees(candidate.look().azimuthRad()), 3)
          .number(candidate.look().rangeM() / 1e3, 3)
          .number(Math.toDegrees(candidate.gsoSeparationRad()), 3)
          .flag(candidate.admitted())
          .text(reason(candidate, rttS[k]));
      if (candidate.rank() > 0) {
        rows.number(candidate.rank());
      } else {
        rows.empty(1);
      }
      rows.number(candidate.probability(), 5).flag(candidate.chosen());
      way(rows, ways, rttS[k], limitS);
      rows.endRow();
    }
  }

  /** The last two cells. */
  static void way(RowWriter rows, CandidateWays ways, double rttS, double limitS) {
    if (ways.knowsDelays()) {
      rows.number(1e3 * rttS, 3).flag(rttS > limitS);
    } else {
      rows.empty(2);
    }
  }

  private static @Nullable String reason(Candidate candidate, double rttS) {
    if (candidate.chosen()) {
      return ReasonCode.SERVED.name();
    }
    if (!candidate.admitted()) {
      return ReasonCode.GSO_PROTECTION.name();
    }
    return Double.isInfinite(rttS) ? ReasonCode.NO_GATEWAY_REACHABLE.name() : null;
  }
}
