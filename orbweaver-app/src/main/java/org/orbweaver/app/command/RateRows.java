package org.orbweaver.app.command;

import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.time.Utc;
import org.orbweaver.core.traffic.BusyHours;
import org.orbweaver.core.traffic.LoadModel;
import org.orbweaver.core.traffic.RateQuantiles;

/** One row a slot and terminal: what load leaves it at that hour, and over a day. */
final class RateRows {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.plan-rates/1",
          Column.text("slot_start_utc", "start of the slot, UTC"),
          Column.text("terminal", "name of the terminal"),
          Column.text("state", "served or unserved"),
          Column.number("solar_hour", "local mean solar time"),
          Column.number("down_mbps", "rate toward it in the plan"),
          Column.number("up_mbps", "rate from it in the plan"),
          Column.number(
              "others_down",
              "median number of subscribers who share the way toward it at this hour; empty, as"
                  + " all that follows, where the scenario knows no load or it is unserved"),
          Column.number("down_p20_mbps", "at this hour: a fifth of all rates toward it is below"),
          Column.number("down_p50_mbps", "half is; its own limit aside"),
          Column.number("down_p80_mbps", "four fifths are"),
          Column.number("others_up", "as others_down, from it"),
          Column.number("up_p20_mbps", "at this hour: a fifth of all rates from it is below"),
          Column.number("up_p50_mbps", "half is; its own limit aside"),
          Column.number("up_p80_mbps", "four fifths are"),
          Column.number("day_down_p20_mbps", "over a day, toward it"),
          Column.number("day_down_p50_mbps", "median over a day, toward it"),
          Column.number("day_down_p80_mbps", "over a day, toward it"),
          Column.number("day_up_p20_mbps", "over a day, from it"),
          Column.number("day_up_p50_mbps", "median over a day, from it"),
          Column.number("day_up_p80_mbps", "over a day, from it"));

  private static final int CELLS_OF_LOAD = 14;
  private static final double BPS_PER_MBPS = 1e6;

  private RateRows() {}

  static void write(RowWriter rows, Planner planner, SlotPlan plan, int terminal) {
    LoadModel load = planner.load();
    boolean isServed = plan.schedule().isServed(terminal);
    GeodeticPoint at = plan.terminals().point(terminal);
    long startNs = plan.slot().startNs();
    double hour = BusyHours.solarHour(at.lonRad(), startNs);
    rows.text(Utc.format(startNs))
        .text(plan.terminals().name(terminal))
        .text(isServed ? "served" : "unserved")
        .number(hour, 2);
    if (isServed) {
      rows.number(plan.forwarding().downBps(terminal) / BPS_PER_MBPS, 3)
          .number(plan.forwarding().upBps(terminal) / BPS_PER_MBPS, 3);
    } else {
      rows.empty(2);
    }
    if (load == null || !isServed) {
      rows.empty(CELLS_OF_LOAD);
    } else {
      double logSupply = load.map().logSupply(at);
      for (boolean isUp : new boolean[] {false, true}) {
        rows.number(load.background(isUp).othersAt(logSupply, hour), 2);
        quantiles(rows, load.atHour(isUp, at, startNs));
      }
      quantiles(rows, load.ofDay(false, at));
      quantiles(rows, load.ofDay(true, at));
    }
    rows.endRow();
  }

  private static void quantiles(RowWriter rows, RateQuantiles rates) {
    rows.number(rates.p20Bps() / BPS_PER_MBPS, 1)
        .number(rates.p50Bps() / BPS_PER_MBPS, 1)
        .number(rates.p80Bps() / BPS_PER_MBPS, 1);
  }
}
