package org.orbweaver.app.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.PolicyCells;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.HomePopReason;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.ForwardingTable;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.radio.RainLoss;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.core.time.Utc;
import org.orbweaver.core.traffic.AccessDelay;
import org.orbweaver.core.traffic.LinkRates;

/** One row a slot and terminal. */
final class PlanRows {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.plan/1",
          Column.text("slot_start_utc", "start of the slot, UTC"),
          Column.text("terminal", "name of the terminal"),
          Column.text("state", "served or unserved"),
          Column.text("reason", "SERVED, or the reason code for no service"),
          Column.text("satellite", "name of the serving satellite"),
          Column.number("norad_id", "its catalogue number; empty for a generated satellite"),
          Column.number("elevation_deg", "its elevation at the terminal"),
          Column.number("azimuth_deg", "its azimuth at the terminal, from north over east"),
          Column.number("range_km", "its distance from the terminal"),
          Column.text("gateway", "gateway through which traffic reaches the ground"),
          Column.text("pop", "the terminal's home PoP"),
          Column.number("isl_hops", "laser links on the way"),
          Column.number("rtt_ms", "terminal to PoP and back, propagation only"),
          Column.number("down_mbps", "rate toward the terminal"),
          Column.number("up_mbps", "rate from the terminal"),
          Column.flag("handover", "whether another satellite served it in the slot before"),
          Column.text("pop_by", "why that PoP is its home: explicit, area, country or nearest"),
          Column.number("rtt_p05_ms", "terminal to PoP and back in this slot: fastest 5 %"),
          Column.number("rtt_p50_ms", "the same: median, with access, queues and processing"),
          Column.number("rtt_p95_ms", "the same: slowest 5 %"),
          Column.text(
              "decision",
              "id of the decision that lets it be served or not; empty where none speaks"),
          Column.text("decision_mark", "hypothetical, unwitnessed or witnessed"),
          Column.text("overruled", "ids of decisions that spoke and lost, strongest first"),
          Column.number(
              "link_down_mbps",
              "what the terminal's link carries toward it at most; empty without radio.budget"),
          Column.number("link_up_mbps", "the same from it"),
          Column.number("rain_mm_per_h", "rain rate at the terminal; empty without radio.budget"),
          Column.number(
              "rain_db", "what rain takes of the link toward it, what is unexplained included"));

  private static final int CELLS_OF_SERVICE = 11;
  private static final int CELLS_OF_ROUND_TRIP = 3;
  private static final int CELLS_OF_LINK = 4;

  private PlanRows() {}

  static void write(RowWriter rows, Planner planner, SlotPlan plan, int terminal) {
    Network network = planner.network();
    Schedule schedule = plan.schedule();
    ForwardingTable table = plan.forwarding();
    Path path = table.path(terminal);
    rows.text(Utc.format(plan.slot().startNs()))
        .text(network.terminals().name(terminal))
        .text(schedule.isServed(terminal) ? "served" : "unserved")
        .text(schedule.reason(terminal).name());
    if (path == null) {
      rows.empty(CELLS_OF_SERVICE);
    } else {
      satellite(rows, network, schedule.satellite(terminal));
      Node pop = path.nodes().getLast();
      rows.number(Math.toDegrees(schedule.elevationRad(terminal)), 3)
          .number(Math.toDegrees(schedule.azimuthRad(terminal)), 3)
          .number(schedule.rangeM(terminal) / 1e3, 3)
          .text(network.gateways().name(schedule.gateway(terminal)))
          .text(network.pops().name(pop.index()))
          .number(table.islHops(terminal))
          .number(path.rttMs(), 6)
          .number(table.downBps(terminal) / 1e6, 3)
          .number(table.upBps(terminal) / 1e6, 3);
    }
    rows.flag(schedule.isHandover(terminal)).text(reason(planner, plan, path, terminal));
    roundTrip(rows, planner.roundTrip(plan, terminal));
    PolicyCells.deciding(rows, schedule.verdict(terminal));
    link(rows, plan, terminal);
    rows.endRow();
  }

  private static void link(RowWriter rows, SlotPlan plan, int terminal) {
    LinkRates links = plan.links();
    if (links == null || !plan.schedule().isServed(terminal)) {
      rows.empty(CELLS_OF_LINK);
      return;
    }
    RainLoss loss = links.loss(terminal);
    rows.number(links.ceilingBps(terminal, false) / 1e6, 3)
        .number(links.ceilingBps(terminal, true) / 1e6, 3)
        .number(loss.mmPerH(), 2)
        .number(loss.db(false), 2);
  }

  private static void roundTrip(RowWriter rows, AccessDelay.@Nullable Quantiles rtt) {
    if (rtt == null) {
      rows.empty(CELLS_OF_ROUND_TRIP);
    } else {
      rows.number(rtt.p05Ms(), 3).number(rtt.p50Ms(), 3).number(rtt.p95Ms(), 3);
    }
  }

  /** Where the home PoP is out, another stands in for it for being the nearest. */
  private static @Nullable String reason(
      Planner planner, SlotPlan plan, @Nullable Path path, int terminal) {
    if (path == null) {
      return null;
    }
    boolean atHome = path.nodes().getLast().index() == planner.homePop(plan, terminal);
    HomePopReason reason = atHome ? planner.homePopReason(plan, terminal) : HomePopReason.NEAREST;
    return reason.name().toLowerCase(Locale.ROOT);
  }

  /** Two cells: the name and the catalogue number. */
  static void satellite(RowWriter rows, Network network, int satellite) {
    MeanElements elements = network.ephemeris().elements(satellite);
    rows.text(elements.name());
    if (elements.noradId() > 0) {
      rows.number(elements.noradId());
    } else {
      rows.empty(1);
    }
  }
}
