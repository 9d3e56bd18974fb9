package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.radio.RainField;

/** Rain as scenarios and their tables say it. */
class D11_WeatherTest {
  private static final String NET =
      """
      format: orbweaver/1
      name: net
      time: { start: 2026-05-21T00:00:12Z }
      constellations:
        - name: shell
          walker: { altitudeKm: 550, inclinationDeg: 53, planes: 2, perPlane: 2 }
      radio: { budget: {} }
      """;

  private static final long SECOND_NS = 1_000_000_000L;
  private static final long START_NS = 1_779_321_612L * SECOND_NS;

  @TempDir Path temp;

  private RainField rain(String table, String weather) {
    return new Folder(temp).with("rain.csv", table).network(NET + weather).rain();
  }

  private List<String> problems(String table, String scenario) {
    return new Folder(temp).with("rain.csv", table).problems(scenario).lines().toList();
  }

  private static double mmPerH(RainField rain, long afterS, double latDeg, double lonDeg) {
    return rain.at(START_NS + afterS * SECOND_NS)
        .mmPerH(GeodeticPoint.ofDegrees(latDeg, lonDeg, 0));
  }

  @Test
  void a01_patchesThatStandCountFromTheStart() {
    RainField rain =
        rain(
            "",
            """
            weather:
              rain:
                - { latDeg: 50, lonDeg: 8, radiusKm: 20, mmPerH: 2 }
                - { latDeg: 50, lonDeg: 8, radiusKm: 5, mmPerH: 30, from: +1m, until: 2026-05-21T00:02:12Z }
            """);
    assertThat(mmPerH(rain, 0, 50, 8)).isEqualTo(2);
    assertThat(mmPerH(rain, 60, 50, 8)).isEqualTo(32);
    assertThat(mmPerH(rain, 60, 50, 8.1)).isEqualTo(2);
    assertThat(mmPerH(rain, 120, 50, 8)).isEqualTo(2);
    assertThat(mmPerH(rain, -3_000_000_000L, 50, 8)).isEqualTo(2);
    assertThat(mmPerH(rain, 0, 51, 8)).isZero();
  }

  @Test
  void a02_patchesOfATableMove() {
    RainField rain =
        rain(
            """
            patch,time_utc,lat_deg,lon_deg,radius_km,mm_per_h
            a,2026-05-21T00:00:12Z,50,8,10,4
            b,2026-05-21T00:00:12Z,40,8,10,1
            a,2026-05-21T00:10:12Z,51,8,10,8
            b,2026-05-21T00:20:12Z,40,8,10,1
            """,
            "weather: { files: [rain.csv] }\n");
    assertThat(mmPerH(rain, 0, 50, 8)).isEqualTo(4);
    assertThat(mmPerH(rain, 300, 50.5, 8)).isEqualTo(6);
    assertThat(mmPerH(rain, 300, 40, 8)).isEqualTo(1);
    assertThat(mmPerH(rain, 600, 51, 8)).isZero();
  }

  @Test
  void a03_allThatIsWrongAtOnce() {
    String table =
        """
        patch,time_utc,lat_deg,lon_deg,radius_km,mm_per_h
        a,2026-05-21T00:10:12Z,50,8,10,4
        a,2026-05-21T00:10:12Z,50,8,10,4
        a,today,50,8,10,4
        """;
    String weather =
        """
        weather:
          rain:
            - { latDeg: 50, lonDeg: 8, radiusKm: 5, mmPerH: 30, from: soon }
          files: [rain.csv, none.csv]
        """;
    assertThat(problems(table, NET.replace("radio: { budget: {} }\n", "") + weather))
        .hasSize(5)
        .anySatisfy(line -> assertThat(line).contains("has no effect without radio.budget"))
        .anySatisfy(line -> assertThat(line).contains("rain[0].from"))
        .anySatisfy(line -> assertThat(line).contains("none.csv"))
        .anySatisfy(line -> assertThat(line).contains("rain.csv:3"))
        .anySatisfy(line -> assertThat(line).contains("rain.csv:4"));
  }

  @Test
  void a04_rainEndsAfterItBegins() {
    String weather =
        """
        weather:
          rain:
            - { latDeg: 50, lonDeg: 8, radiusKm: 5, mmPerH: 30, from: +2m, until: +1m }
        """;
    assertThat(problems("", NET + weather))
        .singleElement()
        .satisfies(
            line -> assertThat(line).contains("weather.rain[0].until").contains("after +2m"));
  }
}
