package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.Control;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.packets.Inside;
import org.orbweaver.dataplane.packet.Punctuality;
import org.orbweaver.format.problem.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code orbweaver ps}: the nodes of a running network between which packets pass. */
@Command(
    name = "ps",
    description = {
      "List the nodes of a running network that have been given a network by exec or been spoken"
          + " to: their addresses, the programs in them, and what their links have carried.",
      "Says on stderr how punctual packets have been. Ends with 1 where no network runs, or where"
          + " the packets have been too late for what was measured through them: 1 in 100 by more"
          + " than 1 ms."
    },
    footer = {"", "Examples:", "  orbweaver ps", "  orbweaver ps --format json"})
final class PsCommand implements Callable<Integer>, Tabular {
  private static final double NS_PER_US = 1e3;
  private static final int COUNTERS_FROM = 5;

  static final Sheet SHEET =
      new Sheet(
          "orbweaver.nodes/1",
          Column.text("node", "as exec takes it"),
          Column.text("domain", "its name for programs in the network"),
          Column.text("ipv4", "its IPv4 address"),
          Column.text("ipv6", "its IPv6 address"),
          Column.text("programs", "in its network, as pid:name, with blanks between"),
          Column.number("up_packets", "delivered from the terminal"),
          Column.number("up_bytes", "of those, headers of IP included"),
          Column.number("up_dropped", "that found a full queue"),
          Column.number("up_lost", "on the way"),
          Column.number("up_refused", "for want of service"),
          Column.number("up_waiting_bytes", "in the queue now"),
          Column.number("down_packets", "delivered to the terminal"),
          Column.number("down_bytes", "of those"),
          Column.number("down_dropped", "that found a full queue"),
          Column.number("down_lost", "on the way"),
          Column.number("down_refused", "for want of service"),
          Column.number("down_waiting_bytes", "in the queue now"),
          Column.number("spoofed", "sent under an address that is not the terminal's; dropped"),
          Column.number("malformed", "sent, but no whole packets; dropped"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Mixin NetworkOption chosen = new NetworkOption();

  @Mixin OutputOptions output = new OutputOptions();

  PsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() throws InterruptedException {
    Control control = RunningNetwork.find(surroundings, chosen.network);
    if (control == null) {
      return ExitCode.NO;
    }
    List<String> lines = control.ask(List.of("nodes"));
    String[] timing = lines.getFirst().split("\t", -1);
    Inside inside = new Inside();
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (String line : lines.subList(1, lines.size())) {
        row(rows, line.split("\t", -1), Long.parseLong(timing[4]), inside);
      }
    }
    return punctual(timing) ? ExitCode.DONE : ExitCode.NO;
  }

  private static void row(RowWriter rows, String[] cells, long process, Inside inside) {
    for (int i = 0; i < COUNTERS_FROM - 1; i++) {
      rows.text(cells[i]);
    }
    rows.text(String.join(" ", inside.of(process, Integer.parseInt(cells[COUNTERS_FROM - 1]))));
    for (int i = COUNTERS_FROM; i < cells.length; i++) {
      rows.number(Long.parseLong(cells[i]));
    }
    rows.endRow();
  }

  private boolean punctual(String[] timing) {
    Punctuality p =
        new Punctuality(
            Long.parseLong(timing[0]),
            Long.parseLong(timing[1]),
            Long.parseLong(timing[2]),
            Long.parseLong(timing[3]));
    if (p.packets() > 0) {
      surroundings
          .err()
          .printf(
              "%s handed over; late by %.0f µs (median), %.0f µs (p99), %.0f µs (p99.9)%n",
              Words.count(p.packets(), "packet"),
              p.p50Ns() / NS_PER_US,
              p.p99Ns() / NS_PER_US,
              p.p999Ns() / NS_PER_US);
    }
    if (!p.isValid()) {
      surroundings
          .err()
          .println(
              "INVALID: the machine is too busy for what is measured through this network to be"
                  + " trusted");
    }
    return p.isValid();
  }
}
