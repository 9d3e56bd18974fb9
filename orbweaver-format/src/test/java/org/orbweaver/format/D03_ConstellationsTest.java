package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.orbit.Generation;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.elements.TleText;

/** Generated shells and element files become satellites. */
class D03_ConstellationsTest {
  private static final String HEAD = "format: orbweaver/1\nname: net\n";

  @TempDir Path temp;

  @Test
  void aShellHasItsAltitudePhasingAndEpoch() {
    Network network =
        folder()
            .network(
                HEAD
                    + """
                    constellations:
                      - name: s
                        walker:
                          altitudeKm: 550
                          inclinationDeg: 53
                          planes: 12
                          perPlane: 3
                          phasing: 2
                          raanOffsetDeg: 10
                          anomalyOffsetDeg: 5
                          epoch: 2026-05-20T00:00:00Z
                    """);
    assertThat(network.shells()).containsExactly(new Network.Shell("s", 0, 36, 12, 3));
    MeanElements second = network.ephemeris().elements(3);
    assertThat(second.name()).isEqualTo("s-01-0");
    assertThat(Utc.format(second.epochNs())).isEqualTo("2026-05-20T00:00:00Z");
    assertThat(Math.toDegrees(second.raanRad())).isCloseTo(10 + 30, within(1e-9));
    assertThat(Math.toDegrees(second.meanAnomalyRad())).isCloseTo(5 + 20, within(1e-9));
    Snapshot snapshot = network.ephemeris().at(network.startNs());
    double radiusM =
        Math.sqrt(
            Math.pow(snapshot.xM(0), 2)
                + Math.pow(snapshot.yM(0), 2)
                + Math.pow(snapshot.zM(0), 2));
    assertThat(radiusM).isCloseTo(6_928_135, within(12_000.0));
  }

  @Test
  void theMakeOfGeneratedSatellitesIsTheOneThatIsSaid() {
    Network network =
        folder()
            .network(
                HEAD
                    + """
                    constellations:
                      - name: s
                        walker: { altitudeKm: 550, inclinationDeg: 53, planes: 2, perPlane: 2 }
                      - name: t
                        walker: { altitudeKm: 483, inclinationDeg: 43, planes: 2, perPlane: 3 }
                        generation: v2-mini
                    """);
    assertThat(network.ephemeris().generation(3)).isEqualTo(Generation.UNKNOWN);
    for (int s = 4; s < 10; s++) {
      assertThat(network.ephemeris().generation(s)).isEqualTo(Generation.V2_MINI);
    }
  }

  @Test
  void aStarSpreadsOverHalfATurn() {
    Network network =
        folder()
            .network(
                HEAD
                    + """
                    constellations:
                      - name: s
                        walker: { pattern: star, meanMotionRevPerDay: 14, inclinationDeg: 87, planes: 6, \
                    perPlane: 2 }
                    """);
    MeanElements second = network.ephemeris().elements(2);
    assertThat(Math.toDegrees(second.raanRad())).isCloseTo(30, within(1e-9));
    assertThat(second.meanMotionRadPerS()).isCloseTo(14 * 2 * Math.PI / 86400, within(1e-15));
  }

  @Test
  void theEpochIsThatOfTheScenarioWhateverTheCommandSays() {
    String yaml =
        HEAD
            + """
            constellations:
              - name: s
                walker: { altitudeKm: 550, inclinationDeg: 53, planes: 1, perPlane: 1 }
            """;
    LoadOptions later = Folder.NOON.withStart("2026-05-22T00:00:00Z");
    assertThat(epoch(folder().load(yaml))).isEqualTo("2000-01-01T12:00:00Z");
    assertThat(epoch(folder().load(yaml, later))).isEqualTo("2000-01-01T12:00:00Z");
    String own = yaml + "time: { start: 2026-05-21T00:00:00Z }\n";
    assertThat(epoch(folder().load(own))).isEqualTo("2026-05-21T00:00:00Z");
    assertThat(epoch(folder().load(own, later))).isEqualTo("2026-05-21T00:00:00Z");
  }

  private static String epoch(LoadResult result) {
    return Utc.format(Objects.requireNonNull(result.network()).ephemeris().epochNs(0));
  }

  @Test
  void constellationsFollowEachOtherAndNamesStayUnique() {
    Network network =
        folder()
            .with("x.tle", TleText.set("A>B, C", "00007") + TleText.set("s-0-0", "00008"))
            .with("y.tle", TleText.set("s-0-0", "00008") + TleText.set("s-0-0", "00009"))
            .network(
                HEAD
                    + """
                    constellations:
                      - name: x
                        elements: { file: x.tle }
                      - name: s
                        walker: { altitudeKm: 550, inclinationDeg: 53, planes: 1, perPlane: 2 }
                      - name: y
                        elements: { file: y.tle }
                    """);
    assertThat(IntStream.range(0, 6).mapToObj(i -> network.ephemeris().elements(i).name()))
        .containsExactly("A_B_ C", "s-0-0", "s-0-0-0", "s-0-1", "s-0-0-8", "s-0-0-9");
    assertThat(network.shells())
        .containsExactly(
            new Network.Shell("x", 0, 2, 0, 0),
            new Network.Shell("s", 2, 2, 1, 2),
            new Network.Shell("y", 4, 2, 0, 0));
  }

  @Test
  void filtersCountWhatTheyDropAndWhy() {
    StringBuilder tle = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      tle.append(TleText.set("SAT-" + i, String.format(Locale.ROOT, "%05d", i + 1)));
    }
    String[] low = TleText.set("SAT-LOW", "00021").split("\n");
    String[] drift = TleText.set("SAT-DRIFT", "00022").split("\n");
    tle.append(low[0] + "\n" + low[1] + "\n" + TleText.with(low[2], 53, "15.80000000") + "\n");
    tle.append(drift[0] + "\n" + TleText.with(drift[1], 34, "-.01000000") + "\n" + drift[2] + "\n");
    tle.append(TleText.set("SAT-1 DEB", "00023")).append(TleText.set("OTHER", "00024"));
    tle.append("SAT-BAD\n").append(low[1]).append("\n2 short\n");
    Folder folder = folder().with("x.tle", tle.toString());
    LoadResult result =
        folder.load(
            HEAD
                + """
                constellations:
                  - name: x
                    elements:
                      file: x.tle
                      filters:
                        name: ^SAT
                        notName: DEB$
                        minAltitudeKm: 400
                        maxAltitudeKm: 600
                        maxDriftKmPerDay: 1
                """);
    assertThat(folder.notes(result))
        .isEqualTo(
            """
            x.tle: 2 bad element sets skipped:
              x.tle:44:1 line 1: has no line 2 after it; a line that begins with 2
              x.tle:45:1 name: has no element lines after it: "2 short"; two lines
            constellation x: 14 objects, 10 kept, 1 dropped below 400 km, 1 dropped drifting more than 1 \
            km a day, 1 dropped whose names have "DEB$", 1 dropped whose names lack "^SAT"
            """);
    assertThat(Objects.requireNonNull(result.network()).ephemeris().size()).isEqualTo(10);
  }

  @Test
  void ofAnObjectTheLatestElementsCount() {
    String[] lines = TleText.set("A", "00005").split("\n");
    String newer = "A\n" + TleText.with(lines[1], 19, "26141.75000000") + "\n" + lines[2] + "\n";
    Folder folder = folder().with("x.tle", TleText.set("A", "00005") + newer);
    LoadResult result =
        folder.load(HEAD + "constellations: [{ name: x, elements: { file: x.tle } }]\n");
    Network network = Objects.requireNonNull(result.network());
    assertThat(network.ephemeris().size()).isEqualTo(1);
    assertThat(Utc.format(network.ephemeris().epochNs(0))).isEqualTo("2026-05-21T18:00:00Z");
    assertThat(folder.notes(result))
        .isEqualTo(
            "constellation x: 2 objects, 1 kept, 1 dropped older than another of the same"
                + " object\n");
  }

  @Test
  void anIndexedFileHasPlanesAndSlots() {
    Folder folder =
        folder()
            .with(
                "x.tle",
                TleText.set("A", "00001")
                    + TleText.set("B", "00001")
                    + TleText.set("C", "00001")
                    + TleText.set("D", "00001"));
    String yaml =
        HEAD
            + """
            constellations:
              - name: x
                elements: { file: x.tle, indexed: { planes: 2, perPlane: N } }
            lasers: [{ constellation: x }]
            """;
    Network network = folder.network(yaml.replace("N", "2"));
    assertThat(network.shells()).containsExactly(new Network.Shell("x", 0, 4, 2, 2));
    assertThat(folder.problems(yaml.replace("N", "3")))
        .isEqualTo(
            "net.yaml:5:39 constellations[0].elements.indexed: is 2 * 3 = 6; 4, the number of"
                + " objects\n");
    folder.with("x.tle", TleText.set("A", "00001").repeat(4) + "LONELY\n");
    assertThat(folder.problems(yaml.replace("N", "2")))
        .isEqualTo(
            "net.yaml:5:39 constellations[0].elements.indexed: does not hold: 1 bad element set; a"
                + " file without bad lines, so that every index is right\n");
  }

  @Test
  void problemsInsideAnElementFileAreReportedThere() {
    Folder folder = folder().with("x.json", "[{\"OBJECT_NAME\": \"A\"}]").with("y.tle", "");
    assertThat(
            folder.problems(
                HEAD
                    + """
                    constellations:
                      - name: x
                        elements: { file: x.json }
                      - name: y
                        elements: { file: y.tle }
                      - name: z
                        elements: { file: z.tle }
                    """))
        .isEqualTo(
            """
            x.json:1:1 file: holds no usable element set, 1 bad; at least one
            x.json:1:2 EPOCH: is missing; a value
            y.tle:1:1 file: is empty; TLE, or OMM as JSON, CSV, XML or KVN
            z.tle:1:1 file: does not exist; the path of a file that does
            """);
  }

  @Test
  void filtersThatCannotHoldAreRefused() {
    Folder folder = folder().with("x.tle", TleText.set("A", "00005"));
    assertThat(
            folder.problems(
                HEAD
                    + """
                    constellations:
                      - name: x
                        elements: { file: x.tle, filters: { minAltitudeKm: 600, maxAltitudeKm: 500 } }
                      - name: y
                        elements: { file: x.tle, filters: { name: "(", notName: "*" } }
                      - name: z
                        elements: { file: x.tle, filters: { minAltitudeKm: 1000 } }
                    """))
        .isEqualTo(
            """
            net.yaml:5:56 constellations[0].elements.filters.minAltitudeKm: is 600; at most \
            maxAltitudeKm, which is 500
            net.yaml:7:47 constellations[1].elements.filters.name: is no regular expression: Unclosed \
            group at character 2; one of java.util.regex, such as ^STARLINK-
            net.yaml:7:61 constellations[1].elements.filters.notName: is no regular expression: Dangling \
            meta character '*' at character 1; one of java.util.regex, such as ^STARLINK-
            net.yaml:9:39 constellations[2].elements.filters: leave nothing: 1 object, 0 kept, 1 dropped \
            below 1000 km; filters that keep something
            """);
  }

  @Test
  void absurdNumbersOfSatellitesAreRefused() {
    assertThat(
            folder()
                .problems(
                    HEAD
                        + """
                        constellations:
                          - name: a
                            walker: { altitudeKm: 550, inclinationDeg: 53, planes: 1000, perPlane: 1000 }
                        """))
        .isEqualTo(
            """
            net.yaml:4:3 constellations: have 1000000 satellites; at most 100000
            net.yaml:5:60 constellations[0].walker.planes: times perPlane is 1000000; at most 100000 \
            satellites
            """);
  }

  private Folder folder() {
    return new Folder(temp);
  }
}
