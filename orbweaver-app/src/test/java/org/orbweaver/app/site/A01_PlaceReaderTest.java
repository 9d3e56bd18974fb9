package org.orbweaver.app.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.core.scenario.TerminalSpec;

class A01_PlaceReaderTest {
  @TempDir Path folder;

  private static List<AskedSite> read(String... places) {
    return PlaceReader.read(List.of(places), List.of());
  }

  private static TerminalSpec added(AskedSite site) {
    return Objects.requireNonNull(site.added()).value();
  }

  @Test
  void coordinatesBecomeATerminalWithTheDefaultsOfATable() {
    AskedSite site = read("50.45,30.52").getFirst();
    assertThat(site.label()).isEqualTo("50.45,30.52");
    assertThat(added(site))
        .isEqualTo(
            new TerminalSpec(
                "site:50.45,30.52",
                50.45,
                30.52,
                0,
                null,
                250,
                30,
                null,
                1,
                null,
                null,
                null,
                null,
                null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "50.45,30.52|50.45|30.52|0",
        "' -33.87, 151.21'|-33.87|151.21|0",
        "+1.,-.5|1|-0.5|0",
        "-1.283,36.817,1680|-1.283|36.817|1680",
        "90,360,-500|90|360|-500"
      })
  void coordinatesMayBeWrittenInManyWays(String written, double lat, double lon, double alt) {
    TerminalSpec spec = added(read(written).getFirst());
    assertThat(spec.latDeg()).isEqualTo(lat);
    assertThat(spec.lonDeg()).isEqualTo(lon);
    assertThat(spec.altM()).isEqualTo(alt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "91,10|the latitude in \"91,10\" is 91|It is -90 to 90, and comes first: 10,91",
        "10,361|the longitude in \"10,361\" is 361|It is -180 to 360.",
        "10,20,9001|the height in \"10,20,9001\" is 9001 m|It is -500 to 9000 metres",
        "a,b|\"a,b\" is not a place|Write latitude and longitude in degrees",
        "1,2,3,4|\"1,2,3,4\" is not a place|such as 50.45,30.52",
        "1;2,3|\"1;2,3\" is not a place|such as 50.45,30.52",
        "1e9,2|\"1e9,2\" is not a place|such as 50.45,30.52",
        "50.45|\"50.45\" is not a place|such as 50.45,30.52",
        "-33.9 151.2|\"-33.9 151.2\" is not a place|such as 50.45,30.52",
        "50.45;30.52|\"50.45;30.52\" is not a place|such as 50.45,30.52"
      })
  void whatIsNoPlaceIsSaidWithARemedy(String written, String message, String hint) {
    assertThatThrownBy(() -> read(written))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(failure.message()).isEqualTo(message);
              assertThat(failure.hint()).contains(hint);
            });
  }

  @Test
  void namesAreForPlacesWrittenAsCoordinates() {
    assertThat(PlaceReader.read(List.of("1,2", "berlin", "3,4"), List.of("a", "b c")))
        .extracting(AskedSite::label)
        .containsExactly("a", "berlin", "b c");
    assertThatThrownBy(() -> PlaceReader.read(List.of("1,2"), List.of("a", "b")))
        .hasMessage("--name is given 2 times for 1 place written as coordinates");
    assertThatThrownBy(() -> read("1,2", "1,2")).hasMessage("the site \"1,2\" is given twice");
    assertThatThrownBy(() -> PlaceReader.read(List.of("1,2"), List.of("a\nb")))
        .hasMessage("\"a?b\" cannot be a name");
  }

  @Test
  void anyOtherWordIsATerminalOfTheScenario() {
    assertThat(read("berlin").getFirst()).isEqualTo(AskedSite.terminal("berlin"));
  }

  @Test
  void aTableHasTheColumnsOfTerminals() throws IOException {
    Path table = folder.resolve("sites.csv");
    Files.writeString(
        table,
        """
        name,lat_deg,lon_deg,alt_m,pop,down_mbps,note
        quito,-0.23,-78.525,2850,hub,100,high
        kyiv,50.45,30.52,,,,
        """);
    List<AskedSite> sites = read(table.toString());
    assertThat(sites).extracting(AskedSite::label).containsExactly("quito", "kyiv");
    assertThat(added(sites.getFirst()).downMbps()).isEqualTo(100);
    assertThat(added(sites.getLast()).downMbps()).isEqualTo(250);
    PlaceReader.checkHomes(sites, Set.of("hub"));
    assertThatThrownBy(() -> PlaceReader.checkHomes(sites, Set.of("hubs", "other")))
        .hasMessageContaining("sites.csv:2:26 pop: is \"hub\"; did you mean hubs?");
  }

  @Test
  void everyProblemOfATableIsSaidAtOnceWithLineAndColumn() throws IOException {
    Path table = folder.resolve("sites.csv");
    Files.writeString(
        table,
        """
        name,lat_deg,lon_deg,down_mbps
        a,91,30.5,
        b,50.4,3O.5,
        c,50.4,30.5,0
        d,50.4,30.5,
        d,50.5,30.6,
        """);
    assertThatThrownBy(() -> read(table.toString()))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContainingAll(
            "sites.csv:2:3 lat_deg: is 91; a number from -90 to 90",
            "sites.csv:3:8 lon_deg: is \"3O.5\"",
            "sites.csv:4:13 down_mbps: is 0",
            "sites.csv:6:1 name: is \"d\" as in line 5; a name of its own");
    assertThatThrownBy(() -> read(folder.resolve("none.csv").toString()))
        .hasMessageContaining("none.csv:1:1 file: does not exist");
  }
}
