package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.governance.accounts.LocationReview;
import org.orbweaver.governance.accounts.LocationRule;
import org.orbweaver.governance.accounts.TerminalDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver terminal located}. */
@Command(
    name = "located",
    description = {
      "Put down where a terminal is.",
      "Where that is not where its line is, a review is opened, which a person closes; service"
          + " goes on. Without a review there is no row."
    },
    footer = {"", "Examples:", "  orbweaver terminal located clinic-1 --at=-1.286,36.817"})
final class TerminalLocatedCommand extends StoreCommand {
  private static final double MOST_KM = 20_000;

  @Parameters(paramLabel = "TERMINAL", description = "Its id.")
  String id = "";

  @Option(
      names = "--at",
      paramLabel = "LAT,LON",
      required = true,
      description = "Latitude and longitude in degrees; a height in metres may follow.")
  String at = "";

  @Option(
      names = "--sigma",
      paramLabel = "METRES",
      defaultValue = "10",
      description = "Standard deviation of that, up to 20,000,000; 10 by default.")
  double sigmaM = 10;

  @Option(
      names = "--allow",
      paramLabel = "KM",
      defaultValue = "20",
      description = "How far from its address it may be, up to 20,000; 20 by default.")
  double allowKm = 20;

  TerminalLocatedCommand(Surroundings surroundings) {
    super(surroundings, TerminalRows.REVIEWS);
  }

  @Override
  int run(SqlStore store) {
    if (!(sigmaM >= 0 && sigmaM <= MOST_KM * 1000 && allowKm >= 0 && allowKm <= MOST_KM)) {
      throw Failure.usage("--sigma and --allow are 0 to 20,000 km", null);
    }
    GeodeticPoint position = Positions.read(at);
    LocationRule rule = new LocationRule(allowKm * 1000, LocationRule.DEFAULT.sigmas());
    List<LocationReview> open =
        store.write(records -> {
          LocationReview review =
              new TerminalDesk(records).located(id, position, sigmaM, nowNs(), rule);
          return review == null ? List.of() : List.of(review);
        });
    return rows(rows -> open.forEach(review -> TerminalRows.write(rows, review)));
  }
}
