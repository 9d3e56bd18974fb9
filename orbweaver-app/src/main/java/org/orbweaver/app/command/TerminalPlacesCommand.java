package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.Control;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code orbweaver terminal places}: where the terminals of a running network are that move. */
@Command(
    name = "places",
    description = {
      "List the terminals of a running network that move: where they are, in which areas and"
          + " country they are held to be, and which border they near beyond which they would not"
          + " be served.",
      "Ends with 1 where no network runs."
    },
    footer = {"", "Examples:", "  orbweaver terminal places --format json"})
final class TerminalPlacesCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.places/1",
          Column.text("terminal", "its name"),
          Column.number("lat_deg", "latitude, north positive: where it was last known to be"),
          Column.number("lon_deg", "longitude, east positive"),
          Column.number("sigma_m", "standard deviation of that; empty where it is unknown"),
          Column.flag("known", "whether it is known where it is"),
          Column.text("areas", "service areas that it is held to be in, the smallest first"),
          Column.text("country", "country that it is held to be in, where anybody asks for that"),
          Column.text("reason", "SERVED, or the reason code for no service"),
          Column.text("decision", "by whose word; empty where nothing is decided"),
          Column.text("edge_area", "area whose border it nears"),
          Column.number("edge_m", "how far that border is"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Mixin NetworkOption chosen = new NetworkOption();

  @Mixin OutputOptions output = new OutputOptions();

  TerminalPlacesCommand(Surroundings surroundings) {
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
    List<String> lines = control.ask(List.of("places"));
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (String line : lines) {
        String[] cells = line.split("\t", -1);
        rows.text(cells[0]);
        number(rows, cells[1], 6);
        number(rows, cells[2], 6);
        number(rows, cells[3], 0);
        rows.flag(Boolean.parseBoolean(cells[4]));
        for (int k = 5; k <= 9; k++) {
          rows.text(cells[k].isEmpty() ? null : cells[k]);
        }
        number(rows, cells[10], 0);
        rows.endRow();
      }
    }
    return ExitCode.DONE;
  }

  private static void number(RowWriter rows, String cell, int digits) {
    rows.number(cell.isEmpty() ? Double.NaN : Double.parseDouble(cell), digits);
  }
}
