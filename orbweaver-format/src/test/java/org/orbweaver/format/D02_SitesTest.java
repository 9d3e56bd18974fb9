package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.scenario.Network;

/** Gateways, PoPs and terminals from tables and inline. */
class D02_SitesTest {
  private static final String HEAD = "format: orbweaver/1\nname: net\nconstellations: []\n";

  @TempDir Path temp;

  @Test
  void tablesComeFirstInOrderThenWhatIsWrittenInline() {
    Network network =
        new Folder(temp)
            .with("a.csv", "name,lat_deg,lon_deg\na1,1,1\na2,2,2\n")
            .with("tables/b.csv", "name,lat_deg,lon_deg,antennas\nb1,3,3,4\n")
            .network(
                HEAD
                    + """
                    gateways:
                      sites: [{ name: c1, latDeg: 4, lonDeg: 4, altM: 1500 }]
                      files: [a.csv, tables/b.csv]
                    """);
    assertThat(network.gateways().size()).isEqualTo(4);
    assertThat(network.gateways().indexOf("a1")).isZero();
    assertThat(network.gateways().indexOf("b1")).isEqualTo(2);
    assertThat(network.gateways().indexOf("c1")).isEqualTo(3);
    assertThat(network.gatewaySpec(0).antennas()).isEqualTo(8);
    assertThat(network.gatewaySpec(2).antennas()).isEqualTo(4);
    assertThat(network.gateways().point(3).altM()).isEqualTo(1500);
    assertThat(Math.toDegrees(network.gateways().point(1).latRad())).isEqualTo(2);
  }

  @Test
  void aNameBelongsToOneSiteOfItsKind() {
    assertThat(
            new Folder(temp)
                .with("t.csv", "name,lat_deg,lon_deg\nberlin,1,1\nporto,2,2\nberlin,3,3\n")
                .problems(
                    HEAD
                        + """
                        pops:
                          sites: [{ name: berlin, latDeg: 1, lonDeg: 1 }]
                        terminals:
                          files: [t.csv]
                          sites:
                            - { name: Porto, latDeg: 1, lonDeg: 1 }
                            - { name: berlin, latDeg: 1, lonDeg: 1 }
                        """))
        .isEqualTo(
            """
            t.csv:4:1 name: is "berlin" as at t.csv:2:1; a name of its own among terminals
            net.yaml:9:15 terminals.sites[0].name: is "Porto" as at t.csv:3:1 but for the case; a name \
            of its own among terminals
            net.yaml:10:15 terminals.sites[1].name: is "berlin" as at t.csv:2:1; a name of its own among \
            terminals
            """);
  }

  @Test
  void aHomePopMustExist() {
    String pops = "pops: { sites: [{ name: frankfurt, latDeg: 50, lonDeg: 8 }] }\n";
    Folder folder = new Folder(temp).with("t.csv", "name,lat_deg,lon_deg,pop\na,1,1,lagos\n");
    assertThat(
            folder.problems(
                HEAD
                    + pops
                    + """
                    terminals:
                      files: [t.csv]
                      sites:
                        - { name: b, latDeg: 1, lonDeg: 1, pop: frankfrut }
                        - { name: c, latDeg: 1, lonDeg: 1, pop: frankfurt }
                        - { name: d, latDeg: 1, lonDeg: 1 }
                    """))
        .isEqualTo(
            """
            t.csv:2:7 pop: is "lagos"; the name of a PoP: frankfurt
            net.yaml:8:45 terminals.sites[0].pop: is "frankfrut"; did you mean frankfurt?
            """);
    assertThat(folder.problems(HEAD + "terminals: { files: [t.csv] }\n"))
        .isEqualTo("t.csv:2:7 pop: is \"lagos\"; the name of a PoP, of which there are none\n");
  }

  @Test
  void aHomePopIsNotMissedWhereThePopsCouldNotBeRead() {
    assertThat(
            new Folder(temp)
                .problems(
                    HEAD
                        + """
                        pops: { files: [gone.csv] }
                        terminals: { sites: [{ name: a, latDeg: 1, lonDeg: 1, pop: lagos }] }
                        """))
        .isEqualTo("gone.csv:1:1 file: does not exist; the path of a file that does\n");
  }

  @Test
  void everyTableIsCheckedBesideTheScenario() {
    assertThat(
            new Folder(temp)
                .with("good.csv", "name,lat_deg,lon_deg\nx,1,1\n")
                .with("bad.csv", "name,lat_deg,lon_deg\na,91,1\nb,1,east\n")
                .problems(
                    HEAD
                        + """
                        gateways: { files: [bad.csv, good.csv, ./good.csv, "", ., "  "] }
                        terminals: { files: [bad.csv], sites: [{ name: x, latDeg: 1 }] }
                        """))
        .isEqualTo(
            """
            net.yaml:4:40 gateways.files[2]: is given twice: "./good.csv"; each table once
            net.yaml:4:52 gateways.files[3]: has no value; text, in quotes where it looks like something \
            else
            net.yaml:4:59 gateways.files[5]: is "  "; the path of a file
            net.yaml:5:40 terminals.sites[0].lonDeg: is missing; a number from -180 to 360
            bad.csv:2:3 lat_deg: is 91; a number from -90 to 90
            bad.csv:2:3 lat_deg: is 91; a number from -90 to 90
            bad.csv:3:5 lon_deg: is "east"; a number from -180 to 360
            bad.csv:3:5 lon_deg: is "east"; a number from -180 to 360
            %s:1:1 file: is a directory; a file
            """
                .formatted(temp));
  }

  @Test
  void terminalsMayStandAnywhereOnEarth() {
    Network network =
        new Folder(temp)
            .network(
                HEAD
                    + """
                    terminals:
                      sites:
                        - { name: north-pole, latDeg: 90, lonDeg: 0 }
                        - { name: south-pole, latDeg: -90, lonDeg: 0, altM: 2835 }
                        - { name: dateline, latDeg: -16.8, lonDeg: 180 }
                        - { name: dateline-west, latDeg: -16.8, lonDeg: -180 }
                        - { name: east, latDeg: 0, lonDeg: 360 }
                    """);
    assertThat(network.terminals().size()).isEqualTo(5);
  }
}
