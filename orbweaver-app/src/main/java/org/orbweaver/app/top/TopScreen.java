package org.orbweaver.app.top;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.orbweaver.dataplane.packet.Punctuality;
import org.orbweaver.format.problem.Words;

/** The nodes as lines of a terminal, as many and as long as it has room for. */
final class TopScreen {
  private static final String PLAIN = "\033[0m";
  private static final String BOLD = "\033[1m";
  private static final String LOUD = "\033[1;37;41m";
  private static final double BPS_PER_MBPS = 1e6;
  private static final double NS_PER_S = 1e9;
  private static final int MOST_OF_A_NAME = 24;

  private record Column(String head, boolean isText, Function<TopRow, String> cell) {}

  /** Those on the right go first where there is no room. */
  private static final List<Column> COLUMNS =
      List.of(
          new Column("NODE", true, TopRow::name),
          new Column("UP Mbit/s", false, row -> rate(row.upBps())),
          new Column("DOWN Mbit/s", false, row -> rate(row.downBps())),
          new Column("ONE-WAY ms", false, row -> number(row.oneWayMs(), 2)),
          new Column("RTT ms", false, row -> number(2 * row.oneWayMs(), 2)),
          new Column("QUEUE ms", false, TopScreen::queue),
          new Column("DROPS/s", false, TopScreen::drops),
          new Column("HANDOVER", false, TopScreen::handover),
          new Column("SATELLITE", true, TopScreen::satellite),
          new Column("GATEWAY", true, row -> row.node().text("gateway")),
          new Column("POP", true, row -> row.node().text("pop")),
          new Column("UP QUEUE kB", false, row -> kilobytes(row, "up_waiting_bytes")),
          new Column("DOWN QUEUE kB", false, row -> kilobytes(row, "down_waiting_bytes")),
          new Column("UP LIMIT", false, row -> rate(row.node().number("up_bps"))),
          new Column("DOWN LIMIT", false, row -> rate(row.node().number("down_bps"))));

  private final boolean emphasis;

  /**
   * Prepares one.
   *
   * @param emphasis whether lines may be bold or inverted
   */
  TopScreen(boolean emphasis) {
    this.emphasis = emphasis;
  }

  /** All lines, none longer than the width. */
  List<String> lines(TopLook look, List<TopRow> rows, int width, int height) {
    Punctuality p = SelfCheck.of(look.engine());
    List<String> lines = new ArrayList<>();
    lines.add(cut(title(look, rows), width));
    lines.add(cut(p.packets() > 0 ? SelfCheck.text(p) : "no packet yet", width));
    if (!p.isValid()) {
      lines.add(marked(LOUD, cut(SelfCheck.INVALID, width)));
    }
    lines.add("");
    if (rows.isEmpty()) {
      lines.add(
          cut("no node here has a network: orbweaver exec NODE -- COMMAND gives it one", width));
    } else {
      table(lines, rows, width, height);
    }
    return lines.size() > height ? lines.subList(0, height) : lines;
  }

  private static String title(TopLook look, List<TopRow> rows) {
    return String.format(
        Locale.ROOT,
        "%s  %s  slot ends in %.1f s  %s  q ends",
        look.engine().text("network"),
        look.engine().text("time_utc"),
        look.engine().whole("slot_ends_ns") / NS_PER_S,
        Words.count(rows.size(), "node"));
  }

  private void table(List<String> lines, List<TopRow> rows, int width, int height) {
    int room = Math.max(1, height - lines.size() - 1);
    List<TopRow> shown = rows.size() <= room ? rows : rows.subList(0, Math.max(0, room - 1));
    List<Integer> widths = new ArrayList<>();
    int used = 0;
    for (Column column : COLUMNS) {
      int wide = Math.min(MOST_OF_A_NAME, widest(column, shown));
      if (used + wide > width && !widths.isEmpty()) {
        break;
      }
      widths.add(Math.min(wide, width));
      used += wide + 2;
    }
    lines.add(marked(BOLD, line(widths, Column::head)));
    shown.forEach(row -> lines.add(line(widths, column -> column.cell().apply(row))));
    if (shown.size() < rows.size()) {
      lines.add(cut("and " + Words.count(rows.size() - shown.size(), "node") + " more", width));
    }
  }

  private static int widest(Column column, List<TopRow> rows) {
    return rows.stream()
        .map(row -> column.cell().apply(row).length())
        .max(Comparator.naturalOrder())
        .map(cell -> Math.max(cell, column.head().length()))
        .orElse(column.head().length());
  }

  private static String line(List<Integer> widths, Function<Column, String> text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.size(); i++) {
      String cell = cut(text.apply(COLUMNS.get(i)), widths.get(i));
      String space = " ".repeat(widths.get(i) - cell.length());
      line.append(i > 0 ? "  " : "");
      line.append(COLUMNS.get(i).isText() ? cell + space : space + cell);
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String text, int width) {
    String line = Words.oneLine(text);
    return line.length() <= width ? line : line.substring(0, Math.max(0, width - 1)) + "…";
  }

  private String marked(String how, String text) {
    return emphasis ? how + text + PLAIN : text;
  }

  private static String number(double value, int decimals) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String rate(double bps) {
    double mbps = bps / BPS_PER_MBPS;
    return number(mbps, mbps < 10 ? 2 : mbps < 1000 ? 1 : 0);
  }

  private static String queue(TopRow row) {
    return row.node().has("up_waiting_ns")
        ? number(row.upQueueMs(), 0) + " / " + number(row.downQueueMs(), 0)
        : "-";
  }

  private static String kilobytes(TopRow row, String counter) {
    return row.node().has(counter) ? number(row.node().whole(counter) / 1e3, 1) : "-";
  }

  /** How many, and why most of them. */
  private static String drops(TopRow row) {
    if (row.dropped() == 0) {
      return "0";
    }
    Drops most =
        row.drops().entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(Drops.QUEUE);
    return number(row.dropped() / row.seconds(), 0) + " " + most.word;
  }

  private static String handover(TopRow row) {
    if (!row.node().has("reason")) {
      return "-";
    }
    return Double.isNaN(row.handoverS())
        ? "> " + number(row.handoverNotBeforeS(), 0) + " s"
        : number(row.handoverS(), 1) + " s";
  }

  /** Where nothing serves it, why. */
  private static String satellite(TopRow row) {
    String trace = row.node().text("trace");
    if (!trace.isEmpty()) {
      return "trace " + trace;
    }
    String satellite = row.node().text("satellite");
    return satellite.isEmpty() ? row.node().text("reason") : satellite;
  }
}
