package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.core.geometry.GeodeticPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver terminal move}: a terminal of a running network says where it is. */
@Command(
    name = "move",
    description = {
      "Tell a running network where one of its terminals is.",
      "It counts from the slot that is planned next and holds for a minute; then the place is"
          + " unknown until it is told again. Near borders, and 15 minutes after the place became"
          + " unknown, the areas' rules hold. Ends with 1 where no network runs."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver terminal move truck --at 46.5,30.7",
      "  orbweaver terminal move truck --at=-1.286,36.817 --sigma 50",
      "  orbweaver terminal move truck --unknown"
    })
final class TerminalMoveCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "TERMINAL", description = "Its name in the scenario.")
  String terminal = "";

  @Option(
      names = "--at",
      paramLabel = "LAT,LON",
      description = "Latitude and longitude in degrees; a height in metres may follow.")
  @Nullable String at;

  @Option(
      names = "--sigma",
      paramLabel = "METRES",
      defaultValue = "10",
      description = "Standard deviation of that; 10 by default.")
  double sigmaM = 10;

  @Option(names = "--unknown", description = "It does not know where it is.")
  boolean unknown;

  @Mixin NetworkOption chosen = new NetworkOption();

  TerminalMoveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    String written = at;
    if (unknown != (written == null)) {
      throw Failure.usage("where is it?", "Give --at LAT,LON, or --unknown.");
    }
    return RunningNetwork.tell(
        surroundings,
        chosen.network,
        written == null ? List.of("lose", terminal) : move(Positions.read(written)));
  }

  private List<String> move(GeodeticPoint place) {
    return List.of(
        "move",
        terminal,
        Double.toString(Math.toDegrees(place.latRad())),
        Double.toString(Math.toDegrees(place.lonRad())),
        Double.toString(place.altM()),
        Double.toString(sigmaM));
  }
}
