package org.orbweaver.app.command;

import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.time.Utc;

/** One row a slot, terminal and satellite in view, in the order in which they are tried. */
final class CandidateRows {
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
          Column.text("reason", "SERVED where it serves; GSO_PROTECTION where not admitted"),
          Column.number(
              "rank",
              "place among the admitted, 1 being the strategy's first choice, or the most probable"
                  + " one where it draws lots"),
          Column.number(
              "probability",
              "that it is chosen among the admitted, not knowing which served before; empty where"
                  + " the strategy draws no lots"),
          Column.flag("chosen", "whether it serves the terminal"));

  private CandidateRows() {}

  static void write(
      RowWriter rows, Planner planner, SlotPlan plan, @Nullable SlotPlan previous, int terminal) {
    Network network = planner.network();
    String slotStart = Utc.format(plan.slot().startNs());
    for (Candidate candidate : planner.candidates(plan, previous, terminal)) {
      rows.text(slotStart).text(network.terminals().name(terminal));
      PlanRows.satellite(rows, network, candidate.satellite());
      rows.number(Math.toDegrees(candidate.look().elevationRad()), 3)
          .number(Math.toDegrees(candidate.look().azimuthRad()), 3)
          .number(candidate.look().rangeM() / 1e3, 3)
          .number(Math.toDegrees(candidate.gsoSeparationRad()), 3)
          .flag(candidate.admitted())
          .text(reason(candidate));
      if (candidate.rank() > 0) {
        rows.number(candidate.rank());
      } else {
        rows.empty(1);
      }
      rows.number(candidate.probability(), 5).flag(candidate.chosen()).endRow();
    }
  }

  private static @Nullable String reason(Candidate candidate) {
    if (candidate.chosen()) {
      return ReasonCode.SERVED.name();
    }
    return candidate.admitted() ? null : ReasonCode.GSO_PROTECTION.name();
  }
}
