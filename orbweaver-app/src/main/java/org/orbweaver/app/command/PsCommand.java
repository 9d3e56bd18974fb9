package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.Control;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Facts;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.packets.Inside;
import org.orbweaver.app.top.SelfCheck;
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
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.nodes/1",
          Column.text("node", "as exec takes it"),
          Column.text("domain", "its name for programs in the network"),
          Column.text("ipv4", "its IPv4 address"),
          Column.text("ipv6", "its IPv6 address"),
          Column.text("programs", "in its network, as pid:name, with blanks between"),
          Column.number(
              "up_packets", "delivered from the terminal; sent by another node's programs"),
          Column.number("up_bytes", "of those, headers of IP included"),
          Column.number("up_dropped", "dropped by a full queue"),
          Column.number("up_lost", "lost on the way"),
          Column.number("up_refused", "refused for want of service"),
          Column.number("up_waiting_bytes", "in the queue now"),
          Column.number("down_packets", "delivered to the node"),
          Column.number("down_bytes", "of those"),
          Column.number("down_dropped", "dropped by a full queue"),
          Column.number("down_lost", "lost on the way"),
          Column.number("down_refused", "refused for want of service"),
          Column.number("down_waiting_bytes", "in the queue now"),
          Column.number("spoofed", "sent under an address that is not the node's; dropped"),
          Column.number("malformed", "sent, but no whole packets; dropped"),
          Column.number("too_big", "sent, but longer than packets may be; their sender was told"),
          Column.number("no_room", "sent, but the engine had no room for them"),
          Column.number("not_taken", "delivered, but the node's kernel had no room for them"),
          Column.text(
              "trace", "the trace that it follows in place of the model; empty for the model"));

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
    List<Facts> lines = control.ask(List.of("nodes")).stream().map(Facts::read).toList();
    Facts engine = lines.getFirst();
    Inside inside = new Inside();
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (Facts node : lines.subList(1, lines.size())) {
        row(rows, node, inside.of(engine.whole("process"), (int) node.whole("namespace")));
      }
    }
    return SelfCheck.told(surroundings.err(), engine) ? ExitCode.DONE : ExitCode.NO;
  }

  /** Of nodes without a link, what their programs sent and got stands where a link's would. */
  private static void row(RowWriter rows, Facts node, List<String> programs) {
    boolean isLink = node.has("up_packets");
    rows.text(node.text("node"))
        .text(node.text("domain"))
        .text(node.text("ipv4"))
        .text(node.text("ipv6"))
        .text(String.join(" ", programs))
        .number(node.whole(isLink ? "up_packets" : "sent_packets"))
        .number(node.whole(isLink ? "up_bytes" : "sent_bytes"))
        .number(node.whole("up_dropped"))
        .number(node.whole("up_lost"))
        .number(node.whole("up_refused"))
        .number(node.whole("up_waiting_bytes"))
        .number(node.whole(isLink ? "down_packets" : "got_packets"))
        .number(node.whole(isLink ? "down_bytes" : "got_bytes"))
        .number(node.whole("down_dropped"))
        .number(node.whole("down_lost"))
        .number(node.whole("down_refused"))
        .number(node.whole("down_waiting_bytes"))
        .number(node.whole("spoofed"))
        .number(node.whole("malformed"))
        .number(node.whole("too_big"))
        .number(node.whole("no_room"))
        .number(node.whole("not_taken"))
        .text(node.text("trace"))
        .endRow();
  }
}
