package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.format.elements.TleText;

/** What one part of a scenario says about another. */
class D05_CrossChecksTest {
  private static final String HEAD = "format: orbweaver/1\nname: net\n";
  private static final String SHELL =
      """
      constellations:
        - name: s
          walker: { altitudeKm: 550, inclinationDeg: 53, planes: 2, perPlane: 2 }
      """;

  @TempDir Path temp;

  @Test
  void lasersNeedAConstellationWithPlanes() {
    assertThat(
            folder()
                .with("x.tle", TleText.set("A", "00005"))
                .problems(
                    HEAD
                        + """
                        constellations:
                          - name: shell1
                            walker: { altitudeKm: 550, inclinationDeg: 53, planes: 2, perPlane: 2 }
                          - name: real
                            elements: { file: x.tle }
                          - name: REAL
                            elements: { file: x.tle }
                        lasers:
                          - constellation: shell2
                          - constellation: real
                          - constellation: shell1
                          - constellation: shell1
                          - constellation: moon
                        """))
        .isEqualTo(
            """
            net.yaml:8:11 constellations[2].name: is "REAL" as that of constellations[1]; a name of its \
            own
            net.yaml:11:20 lasers[0].constellation: is "shell2"; did you mean shell1?
            net.yaml:12:20 lasers[1].constellation: is "real", whose satellites have no planes and slots; \
            pattern: derived, or elements with indexed
            net.yaml:14:20 lasers[3].constellation: is "shell1" again; each constellation once
            net.yaml:15:20 lasers[4].constellation: is "moon"; the name of a constellation: REAL, real, \
            shell1
            """);
  }

  @Test
  void derivedLasersNeedNoPlanes() {
    folder().with("x.tle", TleText.set("A", "00005"));
    String yaml =
        HEAD
            + "constellations: [{ name: x, elements: { file: x.tle } }]\n"
            + "lasers: [{ constellation: x, pattern: derived }]\n";
    assertThat(folder().load(yaml).problems()).isEmpty();
  }

  @Test
  void aStrategyMustBeKnown() {
    String yaml = HEAD + SHELL + "schedule: { strategy: higest }\n";
    assertThat(folder().problems(yaml))
        .isEqualTo("net.yaml:6:23 schedule.strategy: is \"higest\"; did you mean highest?\n");
    LoadOptions options = Folder.NOON.withStrategies(Set.of("highest", "higest"));
    assertThat(folder().load(yaml, options).problems()).isEmpty();
  }

  @Test
  void phasingBeyondAFullTurnIsNoted() {
    LoadResult result =
        folder().load(HEAD + SHELL.replace("perPlane: 2", "perPlane: 2, phasing: 5"));
    assertThat(result.problems()).isEmpty();
    assertThat(folder().notes(result))
        .isEqualTo(
            "constellation s: phasing 5 is the same as 1, since it counts modulo planes *"
                + " perPlane\n");
  }

  @Test
  void aValueThatIsWrongInItselfIsNotBlamedTwice() {
    assertThat(
            folder()
                .problems(
                    HEAD
                        + """
                        constellations:
                          - name: s
                            walker:
                              { altitudeKm: 550, inclinationDeg: 53, planes: 2, perPlane: 0, phasing: 5, \
                        epoch: 5 }
                          - { name: x, elements: { file: 7 } }
                        lasers: [{ constellation: [] }]
                        pops: { sites: [{ name: 5, latDeg: 0, lonDeg: 0 }] }
                        terminals: { sites: [{ name: a, latDeg: 0, lonDeg: 0, pop: five }] }
                        """))
        .isEqualTo(
            """
            net.yaml:6:67 constellations[0].walker.perPlane: is 0; a whole number from 1 to 1000
            net.yaml:6:89 constellations[0].walker.epoch: is a number, "5"; text, such as \
            2026-05-21T00:00:00Z, in quotes
            net.yaml:7:34 constellations[1].elements.file: is a number, "7"; text, such as \
            starlink.tle.gz, in quotes
            net.yaml:8:27 lasers[0].constellation: is a list; text
            net.yaml:9:25 pops.sites[0].name: is a number, "5"; 1 to 63 lower-case letters of a to z, \
            digits and -, neither end a -, such as frankfurt, in quotes
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org:443", "*.example.org:*", "a_b.example.org:1", "localhost:65535",
            "192.0.2.1:80",
        "192.0.2.0/24:*", "0.0.0.0/0:443", "[2001:db8::1]:443", "[::]:1", "[2001:db8::/32]:*",
        "xn--mnchen-3ya.example:80",
      })
  void destinationsAreNamesAddressesAndBlocks(String rule) {
    assertThat(folder().load(HEAD + SHELL + "internet: { allow: ['" + rule + "'] }\n").problems())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "example.org|HOST:PORT, such as example.org:443",
        ":443|HOST:PORT, such as example.org:443",
        "[::1]443|HOST:PORT, such as example.org:443",
        "example.org:|a port from 1 to 65535, or *",
        "example.org:0|a port from 1 to 65535, or *",
        "example.org:65536|a port from 1 to 65535, or *",
        "example.org:https|a port from 1 to 65535, or *",
        "example.org:+80|a port from 1 to 65535, or *",
        "*:443|a name such as example.org or *.example.org",
        "*.:443|a name such as example.org or *.example.org",
        "a..b:443|a name such as example.org or *.example.org",
        "-a.org:443|a name such as example.org or *.example.org",
        "a b.org:443|a name such as example.org or *.example.org",
        "a.*.org:443|a name such as example.org or *.example.org",
        "300.0.2.1:80|an IPv4 address or block such as 192.0.2.0/24:443",
        "192.0.2:80|an IPv4 address or block such as 192.0.2.0/24:443",
        "192.0.2.0/33:80|an IPv4 address or block such as 192.0.2.0/24:443",
        "example.org/24:80|an IPv4 address or block such as 192.0.2.0/24:443",
        "2001:db8::1:443|brackets around an IPv6 address, such as [2001:db8::1]:443",
        "[2001:db8::/129]:443|an IPv6 address or block such as [2001:db8::/32]:443",
        "[fe80::1%eth0]:443|an IPv6 address or block such as [2001:db8::/32]:443",
        "[192.0.2.1]:443|an IPv6 address or block such as [2001:db8::/32]:443",
      })
  void otherDestinationsAreRefused(String rule, String expected) {
    assertThat(folder().problems(HEAD + SHELL + "internet: { allow: [\"" + rule + "\"] }\n"))
        .isEqualTo("net.yaml:6:21 internet.allow[0]: is \"" + rule + "\"; " + expected + "\n");
  }

  @Test
  void elementsFromTheCommandLineGoWhereNoneAreNamed() {
    folder().with("x.tle", TleText.set("A", "00005")).with("y.tle", TleText.set("B", "00006"));
    LoadOptions y = Folder.NOON.withElements(temp.resolve("y.tle"));
    String none = "  - { name: n, elements: {} }\n";
    String named = "  - { name: x, elements: { file: x.tle } }\n";
    assertThat(names(HEAD + "constellations:\n" + none, y)).isEqualTo("B ");
    assertThat(names(HEAD + "constellations:\n" + named, y)).isEqualTo("B ");
    assertThat(names(HEAD + "constellations:\n" + named + none, y)).isEqualTo("A B ");
    String other = named.replace("name: x", "name: z");
    assertThat(names(HEAD + "constellations:\n" + named + other, y)).isEqualTo("B B-6 ");
  }

  @Test
  void elementsFromTheCommandLineNeedAPlace() {
    folder().with("x.tle", TleText.set("A", "00005")).with("y.tle", TleText.set("B", "00006"));
    LoadOptions y = Folder.NOON.withElements(temp.resolve("y.tle"));
    assertThat(folder().problems(folder().load(HEAD + SHELL, y)))
        .isEqualTo(
            "command line:1:1 --elements: has no use: no constellation takes elements from a file;"
                + " a scenario with elements, or no --elements\n");
    String two =
        """
        constellations:
          - { name: x, elements: { file: x.tle } }
          - { name: y, elements: { file: y.tle } }
        """;
    assertThat(folder().problems(folder().load(HEAD + two, y)))
        .isEqualTo(
            "command line:1:1 --elements: could replace any of several files; a scenario in which"
                + " one constellation names no file\n");
    assertThat(folder().problems(HEAD + "constellations: [{ name: x, elements: {} }]\n"))
        .isEqualTo(
            "net.yaml:3:39 constellations[0].elements.file: is missing; a file here, fetched: NAME,"
                + " or --elements FILE\n");
  }

  @Test
  void everythingIsReportedAtOnce() {
    assertThat(
            folder()
                .with("g.csv", "name,lat_deg,lon_deg\na,95,1\n")
                .with("x.tle", "nothing")
                .problems(
                    """
                    format: orbweaver/1
                    name: net
                    time: { start: tomorrow, slotSeconds: 0 }
                    constellations:
                      - name: x
                        elements: { file: x.tle }
                      - name: s
                        walker: { altitudeKm: 55O, inclinationDeg: 53, planes: 2, perPlane: 2 }
                    lasers: [{ constellation: shell }]
                    gateways: { files: [g.csv] }
                    terminals: { sites: [{ name: a, latDeg: 1, lonDeg: 1, pop: b }] }
                    radio: { beams: 4 }
                    schedule: { strategy: lowest }
                    internet: { allow: [everything] }
                    """))
        .isEqualTo(
            """
            net.yaml:3:16 time.start: is "tomorrow"; now, or UTC in ISO 8601 with Z, such as \
            2026-05-21T00:00:12Z
            net.yaml:3:39 time.slotSeconds: is 0; a whole number from 1 to 3600
            net.yaml:8:27 constellations[1].walker.altitudeKm: is text, "55O"; a number from 160 to 40000
            net.yaml:9:27 lasers[0].constellation: is "shell"; the name of a constellation: s, x
            net.yaml:11:60 terminals.sites[0].pop: is "b"; the name of a PoP, of which there are none
            net.yaml:12:10 radio.beams: is not a key of radio; did you mean beamsPerSatellite?
            net.yaml:13:23 schedule.strategy: is "lowest"; did you mean longest?
            net.yaml:14:21 internet.allow[0]: is "everything"; HOST:PORT, such as example.org:443
            g.csv:2:3 lat_deg: is 95; a number from -90 to 90
            x.tle:1:1 file: has no element set in its beginning; TLE, or OMM as JSON, CSV, XML or KVN
            """);
  }

  private String names(String yaml, LoadOptions options) {
    LoadResult result = folder().load(yaml, options);
    StringBuilder names = new StringBuilder();
    var ephemeris =
        Objects.requireNonNull(result.network(), () -> folder().problems(result)).ephemeris();
    for (int i = 0; i < ephemeris.size(); i++) {
      names.append(ephemeris.elements(i).name()).append(' ');
    }
    return names.toString();
  }

  private Folder folder() {
    return new Folder(temp);
  }
}
