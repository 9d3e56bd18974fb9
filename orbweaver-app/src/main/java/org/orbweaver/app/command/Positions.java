package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Failure;
import org.orbweaver.app.site.AskedSite;
import org.orbweaver.app.site.PlaceReader;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.format.problem.Located;

/** Positions as they are written on the command line. */
final class Positions {
  private Positions() {}

  /** One place given by its coordinates: latitude and longitude in degrees, a height in metres. */
  static GeodeticPoint read(String written) {
    List<AskedSite> sites =
        written.contains(",") ? PlaceReader.read(List.of(written), List.of()) : List.of();
    Located<TerminalSpec> site = sites.size() == 1 ? sites.getFirst().added() : null;
    if (site == null) {
      throw Failure.usage("'" + written + "' is not a place", "Write degrees such as 50.45,30.52.");
    }
    TerminalSpec at = site.value();
    return GeodeticPoint.ofDegrees(at.latDeg(), at.lonDeg(), at.altM());
  }
}
