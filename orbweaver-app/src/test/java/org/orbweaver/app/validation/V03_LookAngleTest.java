package org.orbweaver.app.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.app.validation.Fixtures.number;
import static org.orbweaver.app.validation.Fixtures.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.time.Utc;

/**
 * Azimuth, elevation and range against Skyfield, a Python package for astronomy by other authors.
 * {@code look-angles.csv} holds 390 of its answers: 13 invented objects from 250 km to the
 * geostationary orbit (near-Earth and deep-space), 6 sites (equator, antimeridian, both polar
 * regions), 5 moments from before the elements' epochs to two days after them. Skyfield goes from
 * TEME to the Earth-fixed frame over the celestial one, by its own precession and nutation.
 *
 * <p>No eccentricity is 0.0001 exactly: there Skyfield's SGP4 leaves terms out that ours keeps.
 */
final class V03_LookAngleTest {
  /** The table's last digit is a millimetre. */
  private static final double RANGE_TOLERANCE_M = 0.001;

  /** The table's last digit is a microdegree; seen 0.7 of one at most, across both angles. */
  private static final double DIRECTION_TOLERANCE_DEG = 1e-6;

  @Test
  void skyfieldSeesEverySatelliteWhereWeSeeIt() {
    List<MeanElements> elements = Fixtures.elements(Fixtures.resource("look-angles.tle"));
    Map<String, Integer> indexByName = new HashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      indexByName.put(elements.get(i).name(), i);
    }
    Ephemeris ephemeris = Ephemeris.of(elements);
    Map<String, Snapshot> snapshots = new TreeMap<>();
    List<Map<String, String>> rows = Fixtures.rows(Fixtures.resource("look-angles.csv"));
    assertThat(rows).hasSize(390);
    for (Map<String, String> row : rows) {
      Snapshot snapshot =
          snapshots.computeIfAbsent(text(row, "time_utc"), t -> ephemeris.at(Utc.parseNs(t)));
      int s = Objects.requireNonNull(indexByName.get(text(row, "satellite")));
      LookAngle look = site(row).lookAngle(0, snapshot.xM(s), snapshot.yM(s), snapshot.zM(s));
      double rangeM = 1e3 * number(row, "range_km");
      double elevationRad = Math.toRadians(number(row, "elevation_deg"));
      double azimuthRad = Math.toRadians(number(row, "azimuth_deg"));
      double turnRad = Math.IEEEremainder(look.azimuthRad() - azimuthRad, 2 * Math.PI);
      double acrossRad =
          Math.hypot(look.elevationRad() - elevationRad, turnRad * Math.cos(elevationRad));
      assertThat(Math.abs(look.rangeM() - rangeM))
          .as("range of %s", row)
          .isLessThan(RANGE_TOLERANCE_M);
      assertThat(Math.toDegrees(acrossRad))
          .as("direction of %s", row)
          .isLessThan(DIRECTION_TOLERANCE_DEG);
    }
  }

  private static SiteTable site(Map<String, String> row) {
    return new SiteTable(
        List.of(text(row, "site")),
        List.of(
            GeodeticPoint.ofDegrees(
                number(row, "lat_deg"), number(row, "lon_deg"), number(row, "alt_m"))));
  }
}
