package org.orbweaver.app.command;

import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.TerminalDesk;
import org.orbweaver.governance.accounts.Usage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver line meter}. */
@Command(
    name = "meter",
    description = {
      "Take in what a terminal's counters say.",
      "What has been counted since the last reading is spread over the days between. A counter"
          + " that is smaller than before began again at zero."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver line meter clinic-1 --down 123456789 --up 2345678",
      "  orbweaver line meter clinic-1 --down 223456789 --up 3345678 --at 2026-05-22T00:00:00Z"
    })
final class LineMeterCommand extends StoreCommand {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.line.meter/1",
          Column.text("terminal", "whose counters"),
          Column.text("read", "UTC"),
          Column.number("down_bytes", "towards it, since its counter began"),
          Column.number("up_bytes", "from it, since its counter began"));

  @Parameters(paramLabel = "TERMINAL", description = "Its id.")
  String terminal = "";

  @Option(
      names = "--down",
      paramLabel = "BYTES",
      required = true,
      description = "Counter towards it, 0 or more.")
  long down;

  @Option(
      names = "--up",
      paramLabel = "BYTES",
      required = true,
      description = "Counter from it, 0 or more.")
  long up;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = Moments.class,
      defaultValue = "now",
      description = "When they were read, UTC; now by default.")
  String at = "now";

  LineMeterCommand(Surroundings surroundings) {
    super(surroundings, SHEET);
  }

  @Override
  int run(SqlStore store) {
    Usage.Reading reading = new Usage.Reading(terminal, momentNs(at), down, up);
    store.write(records -> {
      new TerminalDesk(records).meter(reading);
      return reading;
    });
    return rows(rows ->
        rows.text(terminal).text(Utc.format(reading.readNs())).number(down).number(up).endRow());
  }
}
