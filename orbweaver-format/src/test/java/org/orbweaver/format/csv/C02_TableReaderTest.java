package org.orbweaver.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.format.Lines.lines;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.scenario.GatewaySpec;
import org.orbweaver.core.scenario.PopSpec;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Problems;

/** Tables of sites. */
class C02_TableReaderTest {
  private final Problems problems = new Problems();

  @Test
  void theColumnsAreTheRecordsKeys() {
    assertThat(TableReader.columns(TerminalSpec.class))
        .containsExactly(
            "name",
            "lat_deg",
            "lon_deg",
            "alt_m",
            "pop",
            "down_mbps",
            "up_mbps",
            "elevation_mask_deg",
            "weight",
            "demand_down_mbps",
            "demand_up_mbps",
            "country",
            "track",
            "horizon",
            "service_class",
            "max_speed_kmh");
    assertThat(TableReader.columns(GatewaySpec.class))
        .containsExactly("name", "lat_deg", "lon_deg", "alt_m", "antennas", "elevation_mask_deg");
    assertThat(TableReader.columns(PopSpec.class))
        .containsExactly("name", "lat_deg", "lon_deg", "alt_m", "serves", "nearest");
  }

  @Test
  void absentColumnsAndEmptyCellsTakeDefaults() {
    assertThat(good("name,lat_deg,lon_deg\nberlin,52.5,13.4\n", TerminalSpec.class))
        .containsExactly(
            new TerminalSpec(
                "berlin", 52.5, 13.4, 0, null, 250, 30, null, 1, null, null, null, null, null));
    assertThat(
            good(
                """
                source,elevation_mask_deg,up_mbps,down_mbps,pop,alt_m,lon_deg,lat_deg,name,note
                survey,30,,100,frankfurt,34.5,13.4,52.5,berlin,"roof, east"
                ,,,,,,-8.61,41.15,porto,
                ,,,,,,,,,
                """,
                TerminalSpec.class))
        .containsExactly(
            new TerminalSpec(
                "berlin",
                52.5,
                13.4,
                34.5,
                "frankfurt",
                100,
                30,
                30.0,
                1,
                null,
                null,
                null,
                null,
                null),
            new TerminalSpec(
                "porto", 41.15, -8.61, 0, null, 250, 30, null, 1, null, null, null, null, null));
  }

  @Test
  void namesOfRealPlacesPass() {
    assertThat(
            good(
                "name,lat_deg,lon_deg,alt_m\nCiudad-de-México-(Mexico-City),19.4,-99.1,0.0\n",
                TerminalSpec.class))
        .extracting(TerminalSpec::name)
        .containsExactly("Ciudad-de-México-(Mexico-City)");
  }

  @Test
  void edgesOfTheEarthAreOnIt() {
    assertThat(
            good(
                """
                name,lat_deg,lon_deg,alt_m
                north,90,0,0
                south,-90.0,180,2835
                dateline,0,-180,0
                east,0,359.9,0
                lake,31.5,35.5,-430
                """,
                GatewaySpec.class))
        .hasSize(5);
  }

  @Test
  void aHeaderMustBeRightBeforeItsRowsAreRead() {
    assertProblems(
        "name,lat,lon_deg,lon_deg,antenas,,colour\nx,1,2\n",
        """
        t.csv:1:6 lat: is not a column of this table; did you mean lat_deg?
        t.csv:1:18 lon_deg: is given twice; one such column
        t.csv:1:26 antenas: is not a column of this table; did you mean antennas?
        t.csv:1:34 : a column has no name; one of name, lat_deg, lon_deg, alt_m, antennas, \
        elevation_mask_deg, source, note
        t.csv:1:35 colour: is not a column of this table; one of name, lat_deg, lon_deg, alt_m, \
        antennas, elevation_mask_deg, source, note
        """);
  }

  @Test
  void neededColumnsAreNamed() {
    assertProblems(
        "name,note\nx,y\n",
        """
        t.csv:1:1 lat_deg: is missing; a column with this name
        t.csv:1:1 lon_deg: is missing; a column with this name
        """);
  }

  @Test
  void everyBadCellIsReported() {
    assertProblems(
        """
        name,lat_deg,lon_deg,alt_m,antennas
        New York,40,-74,0,8
        b,91,361,-501,8
        c,x,"13,4",0,1.5
        ,1,,0,8
        d,1e999,NaN,0x10,-1
        e,1,2,0
        f,1,2,0,8,9
        g,1,2,,
        """,
        """
        t.csv:2:1 name: is "New York"; 1 to 80 characters without blanks, commas, colons, quotes and \
        >, such as aerzen
        t.csv:3:3 lat_deg: is 91; a number from -90 to 90
        t.csv:3:6 lon_deg: is 361; a number from -180 to 360
        t.csv:3:10 alt_m: is -501; a number from -500 to 9000
        t.csv:4:3 lat_deg: is "x"; a number from -90 to 90
        t.csv:4:5 lon_deg: is "13,4"; a number from -180 to 360, with a decimal point
        t.csv:4:14 antennas: is "1.5"; a whole number from 0 to 1000
        t.csv:5:1 name: is empty; 1 to 80 characters without blanks, commas, colons, quotes and >, \
        such as aerzen
        t.csv:5:4 lon_deg: is empty; a number from -180 to 360
        t.csv:6:3 lat_deg: is "1e999"; a number from -90 to 90
        t.csv:6:9 lon_deg: is "NaN"; a number from -180 to 360
        t.csv:6:13 alt_m: is "0x10"; a number from -500 to 9000
        t.csv:6:18 antennas: is -1; a whole number from 0 to 1000
        t.csv:7:1 row: has 4 cells; 5 as the header has
        t.csv:8:1 row: has 6 cells; 5 as the header has
        """);
  }

  @Test
  void aSiteKnowsWhereItsKeysStand() {
    List<Located<TerminalSpec>> sites =
        Objects.requireNonNull(
            TableReader.read(
                "name,lat_deg,lon_deg,pop\nberlin,52.5,13.4,x\n",
                "t.csv",
                TerminalSpec.class,
                problems));
    assertThat(sites.getFirst().place("pop").problem("is x", "frankfurt"))
        .hasToString("t.csv:2:18 pop: is x; frankfurt");
    assertThat(sites.getFirst().place("upMbps").problem("is x", "y"))
        .hasToString("t.csv:2:1 name: is x; y");
  }

  private <R extends Record> List<R> good(String text, Class<R> type) {
    @Nullable List<Located<R>> sites = TableReader.read(text, "t.csv", type, problems);
    assertThat(lines(problems.list())).isEmpty();
    return Objects.requireNonNull(sites).stream().map(Located::value).toList();
  }

  private void assertProblems(String text, String expected) {
    TableReader.read(text, "t.csv", GatewaySpec.class, problems);
    assertThat(lines(problems.list())).isEqualTo(expected);
  }
}
