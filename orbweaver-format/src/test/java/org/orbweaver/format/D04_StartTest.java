package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.elements.TleText;

/** When a network starts. The elements here are of 2026-05-21 06:00. */
class D04_StartTest {
  private static final String ELEMENTS =
      """
      format: orbweaver/1
      name: net
      constellations: [{ name: x, elements: { file: x.tle } }]
      """;

  @TempDir Path temp;
  private Folder folder = new Folder(Path.of(""));

  @BeforeEach
  void elements() {
    folder = new Folder(temp).with("x.tle", TleText.set("A", "00005"));
  }

  @Test
  void nowIsNowWhileTheElementsAreFresh() {
    LoadResult result = folder.load(ELEMENTS, at("2026-05-24T06:00:00Z"));
    assertThat(start(result)).isEqualTo("2026-05-24T06:00:00Z");
    assertThat(folder.notes(result)).isEqualTo("constellation x: 1 object, 1 kept\n");
  }

  @Test
  void nowIsTheMedianEpochWhereTheElementsAreOld() {
    LoadResult result = folder.load(ELEMENTS, at("2026-05-24T06:00:01Z"));
    assertThat(start(result)).isEqualTo("2026-05-21T06:00:00Z");
    assertThat(folder.notes(result))
        .isEqualTo(
            """
            constellation x: 1 object, 1 kept
            start: now is 3 days after the elements' median epoch, more than 3; the network starts at \
            that epoch, 2026-05-21T06:00:00Z, instead
            """);
  }

  @Test
  void aStartFarFromTheEpochIsWarnedOfWithTheExpectedError() {
    String later = ELEMENTS + "time: { start: 2026-06-10T06:00:00Z }\n";
    LoadResult result = folder.load(later, at("2026-05-21T06:00:00Z"));
    assertThat(start(result)).isEqualTo("2026-06-10T06:00:00Z");
    assertThat(folder.notes(result))
        .isEqualTo(
            """
            constellation x: 1 object, 1 kept
            constellation x: the start is 20 days after its elements' median epoch, \
            2026-05-21T06:00:00Z: expect positions to be wrong by 70 km or more (median; one in ten by \
            858 km)
            """);
    LoadResult earlier =
        folder.load(ELEMENTS, at("2026-05-21T06:00:00Z").withStart("2026-05-11T06:00:00Z"));
    assertThat(folder.notes(earlier)).contains("the start is 10 days before its elements' median");
  }

  @Test
  void theCommandLineOverridesTheFile() {
    LoadResult result =
        folder.load(
            ELEMENTS + "time: { start: 2026-06-10T06:00:00Z }\n",
            at("2026-05-21T06:00:05Z").withStart("now"));
    assertThat(start(result)).isEqualTo("2026-05-21T06:00:05Z");
    LoadResult wrong = folder.load(ELEMENTS, at("2026-05-21T06:00:05Z").withStart("yesterday"));
    assertThat(folder.problems(wrong))
        .isEqualTo(
            "command line:1:1 --start: is \"yesterday\"; now, or UTC in ISO 8601 with Z, such as"
                + " 2026-05-21T00:00:12Z\n");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-21",
    "2026-05-21T00:00:00",
    "2026-05-21T00:00:00+02:00",
    "2026-02-30T00:00:00Z",
    "2026-05-21 00:00:00Z",
    "soon",
  })
  void aTimeIsUtcInFull(String written) {
    assertThat(folder.problems(ELEMENTS + "time: { start: '" + written + "' }\n"))
        .isEqualTo(
            "net.yaml:4:16 time.start: is \""
                + written
                + "\"; now, or UTC in ISO 8601 with Z, such as 2026-05-21T00:00:12Z\n");
  }

  @Test
  void aTimeIsOneOfSpaceFlight() {
    assertThat(folder.problems(ELEMENTS + "time: { start: 1815-06-18T00:00:00Z }\n"))
        .isEqualTo(
            "net.yaml:4:16 time.start: is \"1815-06-18T00:00:00Z\"; a year from 1957 to 2156\n");
    assertThat(
            folder.problems(
                """
                format: orbweaver/1
                name: net
                constellations:
                  - name: s
                    walker:
                      { altitudeKm: 550, inclinationDeg: 53, planes: 1, perPlane: 1, epoch: noon }
                """))
        .isEqualTo(
            "net.yaml:6:77 constellations[0].walker.epoch: is \"noon\"; UTC in ISO 8601 with Z, such"
                + " as 2026-05-21T00:00:12Z\n");
  }

  private static LoadOptions at(String utc) {
    return LoadOptions.at(Utc.parseNs(utc));
  }

  private static String start(LoadResult result) {
    return Utc.format(Objects.requireNonNull(result.network()).startNs());
  }
}
