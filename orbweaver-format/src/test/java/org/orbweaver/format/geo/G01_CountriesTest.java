package org.orbweaver.format.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.geometry.Regions;
import org.orbweaver.format.TestData;

/** Which country a place is in. */
class G01_CountriesTest {
  private static final Regions MAP = Countries.regions();

  private static String at(double latDeg, double lonDeg) {
    return name(MAP.at(Math.toRadians(latDeg), Math.toRadians(lonDeg)));
  }

  private static String near(double latDeg, double lonDeg) {
    return name(MAP.near(Math.toRadians(latDeg), Math.toRadians(lonDeg), Countries.OFFSHORE_M));
  }

  private static String name(int region) {
    return region == Regions.NONE ? "none" : MAP.name(region);
  }

  @ParameterizedTest(name = "{2}: {3}")
  @CsvSource({
    "50.45, 30.52, Kyiv, UA",
    "52.52, 13.40, Berlin, DE",
    "-33.86, 151.2, Sydney, AU",
    "43.943, 12.46, San Marino, SM",
    "-29.6, 28.2, Lesotho inside South Africa, LS",
    "42.66, 21.17, Pristina, XK",
    "44.95, 34.10, Simferopol, UA",
    "4.9, -52.3, Cayenne, GF",
    "78.22, 15.65, Longyearbyen, SJ",
    "-21.1, 55.5, Réunion, RE",
    "35.2, 33.4, north of Nicosia, CY",
    "9.56, 44.06, Hargeisa, SO",
    "66.0, -175.0, Chukotka beyond the antimeridian, RU",
    "66.0, 179.99, Chukotka before it, RU",
    "68.9, -180, Chukotka on it, RU",
    "68.9, 180, Chukotka on it, RU",
    "-16.8, 179.98, Taveuni or near it, FJ",
    "-90, 0, South Pole, AQ",
    "-90, 123, South Pole, AQ",
    "-89.999, -180, beside it, AQ",
    "90, 0, North Pole, none",
    "0, -30, the Atlantic, none",
    "0, 180, the Pacific, none"
  })
  void a01_places(double latDeg, double lonDeg, String place, String country) {
    assertThat(near(latDeg, lonDeg)).as(place).isEqualTo(country);
  }

  @Test
  void a02_everyRegionHasACodeOfIso3166() {
    assertThat(MAP.size()).isGreaterThan(235);
    for (int r = 0; r < MAP.size(); r++) {
      assertThat(MAP.name(r)).isIn(Countries.codes());
      assertThat(MAP.indexOf(MAP.name(r))).isEqualTo(r);
    }
  }

  @Test
  void b01_acrossABorderTheCountryChangesOnce() {
    // From Germany into Poland along 52 degrees north.
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i <= 10_000; i++) {
      seen.add(at(52.0, 14 + i * 2e-4));
    }
    assertThat(seen).containsExactly("DE", "PL");
  }

  @Test
  void b02_whatEverAPlaceIsIn_isNearItToo() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      double lat = Math.asin(2 * random.nextDouble() - 1);
      double lon = 2 * Math.PI * random.nextDouble() - Math.PI;
      int inside = MAP.at(lat, lon);
      assertThat(MAP.at(lat, lon + 2 * Math.PI)).isEqualTo(inside);
      int near = MAP.near(lat, lon, Countries.OFFSHORE_M);
      if (inside != Regions.NONE) {
        assertThat(near).isEqualTo(inside);
      } else {
        assertThat(near != Regions.NONE)
            .isEqualTo(MAP.borderM(lat, lon, Countries.OFFSHORE_M) <= Countries.OFFSHORE_M);
      }
    }
  }

  @Test
  void b03_theShareOfLandIsThatOfTheEarth() {
    // Spread evenly over the sphere (golden-angle spiral); land is 29.2 per cent of the surface,
    // the map's ice shelves and lakes included somewhat more.
    int land = 0;
    int points = 200_000;
    for (int i = 0; i < points; i++) {
      double lat = Math.asin(2 * (i + 0.5) / points - 1);
      double lon = (i * Math.PI * (3 - Math.sqrt(5))) % (2 * Math.PI);
      land += MAP.at(lat, lon) == Regions.NONE ? 0 : 1;
    }
    assertThat((double) land / points).isCloseTo(0.292, within(0.01));
  }

  @Test
  void c01_citiesAreInTheirCountries() throws IOException {
    Path cities = TestData.real("geo/cities15000.csv.gz");
    assumeTrue(Files.exists(cities), "there is no " + cities);
    int total = 0;
    int agree = 0;
    int farFromABorder = 0;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(cities)), StandardCharsets.UTF_8))) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cell = line.replaceAll("\"[^\"]*\"", "").split(",", -1);
        double lat = Math.toRadians(Double.parseDouble(cell[3]));
        double lon = Math.toRadians(Double.parseDouble(cell[4]));
        String found = name(MAP.near(lat, lon, Countries.OFFSHORE_M));
        total++;
        if (found.equals(cell[2])) {
          agree++;
        } else if (MAP.borderM(lat, lon, 15e3) > 15e3) {
          farFromABorder++;
        }
      }
    }
    // The rest lie within 15 km of a border, but for a few on islands too small for the map, and
    // where GeoNames and the map draw a disputed line differently.
    assertThat((double) agree / total).isGreaterThan(0.995);
    assertThat(farFromABorder).isLessThanOrEqualTo(10);
    assertThat(total).isGreaterThan(24_000);
  }
}
