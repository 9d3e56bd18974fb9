package org.orbweaver.app.top;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Facts;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;

/** What {@link TopScreen} shows, for programs: a row for each node. */
public final class TopSheet {
  private static final double BPS_PER_MBPS = 1e6;
  private static final double NS_PER_S = 1e9;

  public static final Sheet SHEET = new Sheet("orbweaver.top/1", columns());

  private TopSheet() {}

  private static List<Column> columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("node", "as exec takes it"),
                Column.text("reason", "SERVED, or why a terminal has no or limited service"),
                Column.number("up_mbps", "carried from the node in the interval, Mbit/s"),
                Column.number("down_mbps", "carried to it, Mbit/s"),
                Column.number("up_limit_mbps", "what a terminal may send now, Mbit/s"),
                Column.number("down_limit_mbps", "what it may get now, Mbit/s"),
                Column.number("one_way_now_ms", "between a terminal and its home PoP now, ms"),
                Column.number("rtt_now_ms", "there and back, without waiting in queues, ms"),
                Column.number("up_queue_bytes", "that wait to be sent from a terminal"),
                Column.number("up_queue_ms", "how long these take to be sent, ms"),
                Column.number("down_queue_bytes", "that wait to be sent to it"),
                Column.number("down_queue_ms", "how long these take to be sent, ms")));
    for (Drops why : Drops.values()) {
      columns.add(Column.number("dropped_" + why.word, "packets in the interval " + why.meaning));
    }
    columns.addAll(
        List.of(
            Column.text("satellite", "that serves a terminal"),
            Column.text("gateway", "where its traffic comes down"),
            Column.text("pop", "where it leaves the network"),
            Column.number(
                "next_handover_s", "until its satellite changes; empty where not planned"),
            Column.number("next_handover_not_before_s", "where none is planned, until when not"),
            Column.number("slot_ends_s", "until the next slot begins"),
            Column.number("interval_s", "over which rates and drops were counted"),
            Column.flag("valid", "whether packets were punctual enough to be trusted"),
            Column.text("trace", "that a terminal follows in place of the model")));
    return columns;
  }

  /** Writes what happened between two looks, in the order of the rows given. */
  static void write(RowWriter rows, TopLook look, List<TopRow> all) {
    boolean valid = SelfCheck.of(look.engine()).isValid();
    for (TopRow row : all) {
      Facts node = row.node();
      rows.text(row.name())
          .text(node.text("reason"))
          .number(row.upBps() / BPS_PER_MBPS, 3)
          .number(row.downBps() / BPS_PER_MBPS, 3)
          .number(node.number("up_bps") / BPS_PER_MBPS, 3)
          .number(node.number("down_bps") / BPS_PER_MBPS, 3)
          .number(row.oneWayMs(), 3)
          .number(2 * row.oneWayMs(), 3);
      if (node.has("up_bps")) {
        rows.number(node.whole("up_waiting_bytes"))
            .number(row.upQueueMs(), 3)
            .number(node.whole("down_waiting_bytes"))
            .number(row.downQueueMs(), 3);
      } else {
        rows.empty(4);
      }
      for (Drops why : Drops.values()) {
        rows.number(row.drops().getOrDefault(why, 0L));
      }
      rows.text(node.text("satellite"))
          .text(node.text("gateway"))
          .text(node.text("pop"))
          .number(row.handoverS(), 1)
          .number(row.handoverNotBeforeS(), 1)
          .number(look.engine().whole("slot_ends_ns") / NS_PER_S, 1)
          .number(row.seconds(), 3)
          .flag(valid)
          .text(node.text("trace"))
          .endRow();
    }
  }
}
