package org.orbweaver.format.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.format.Lines.lines;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.ElementsSpec.Format;
import org.orbweaver.core.time.Utc;

/** Orbit Mean-Elements Messages as JSON. */
class B03_OmmJsonTest {
  @Test
  void celestrakSpaceTrackAndTleSayTheSame() {
    MeanElements tle = read(TleText.set("SAT-1", "44713")).elements().getFirst();
    assertThat(one("[" + TleText.celestrak("SAT-1", 44713) + "]")).isEqualTo(tle);
    assertThat(one("[" + TleText.spaceTrack("SAT-1", 44713) + "]")).isEqualTo(tle);
    assertThat(one(TleText.celestrak("SAT-1", 44713))).isEqualTo(tle);
  }

  @Test
  void catalogueNumbersHaveUpToNineDigits() {
    assertThat(one(TleText.celestrak("X", 999_999_999)).noradId()).isEqualTo(999_999_999);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-21T06:00:00,2026-05-21T06:00:00Z",
    "2026-05-21T06:00:00.123456,2026-05-21T06:00:00.123456Z",
    "2026-05-21T06:00:00.000864Z,2026-05-21T06:00:00.000864Z",
    "2026-141T06:00:00.5,2026-05-21T06:00:00.500Z",
  })
  void epochsAreDatesOrDaysOfTheYear(String written, String utc) {
    String text = TleText.celestrak("X", 5).replace("2026-05-21T06:00:00.000000", written);
    assertThat(Utc.format(one(text).epochNs())).isEqualTo(utc);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"MEAN_MOTION\":15.06|\"MEAN_MOTION\":0|MEAN_MOTION: is \"0\"; above 0, at most 18"
            + " rev/day",
        "\"MEAN_MOTION\":15.06|\"MEAN_MOTION\":\"x\"|MEAN_MOTION: is \"x\"; above 0, at most 18"
            + " rev/day",
        "\"ECCENTRICITY\":0.0001|\"ECCENTRICITY\":1|ECCENTRICITY: is \"1\"; 0 to below 1",
        "\"ECCENTRICITY\":0.0001|\"ECCENTRICITY\":[1]|ECCENTRICITY: is a list or an object; a"
            + " number or text",
        "\"INCLINATION\":53|\"INCLINATION\":180.1|INCLINATION: is \"180.1\"; 0 to 180 degrees",
        "\"INCLINATION\":53|\"INCLINATION\":true|INCLINATION: is \"true\"; 0 to 180 degrees",
        "\"INCLINATION\":53|\"BSTAR\":53|BSTAR: is given twice; one value",
        "\"BSTAR\":0.0001|\"BSTAR\":1e400|BSTAR: is \"1e400\"; -1000 to 1000 per Earth radius",
        "\"EPHEMERIS_TYPE\":0|\"EPHEMERIS_TYPE\":4|EPHEMERIS_TYPE: is \"4\"; 0 or 2, which are"
            + " SGP4: 4 is SGP4-XP, another theory",
        "\"EPHEMERIS_TYPE\":0|\"REF_FRAME\":\"GCRF\"|REF_FRAME: is \"GCRF\"; TEME, the frame of"
            + " SGP4",
        "\"EPHEMERIS_TYPE\":0|\"TIME_SYSTEM\":\"TAI\"|TIME_SYSTEM: is \"TAI\"; UTC",
        "\"NORAD_CAT_ID\":6|\"NORAD_CAT_ID\":1000000000|NORAD_CAT_ID: is \"1000000000\"; up to nine"
            + " digits, or Alpha-5",
        "\"NORAD_CAT_ID\":6|\"NORAD_CAT_ID\":-1|NORAD_CAT_ID: is \"-1\"; up to nine digits, or"
            + " Alpha-5",
        "2026-05-21T06|2026-13-21T06|EPOCH: is \"2026-13-21T06:00:00.000000\"; UTC, such as"
            + " 2026-05-21T00:00:00.000000",
        "2026-05-21T06|1226-05-21T06|EPOCH: is \"1226-05-21T06:00:00.000000\"; UTC, such as"
            + " 2026-05-21T00:00:00.000000",
      })
  void aBadRecordIsReportedAndSkipped(String from, String to, String problem) {
    String bad = TleText.celestrak("BAD", 6).replace(from, to);
    ElementSets sets =
        read(
            "[\n"
                + TleText.celestrak("A", 5)
                + ",\n"
                + bad
                + ",\n"
                + TleText.celestrak("B", 7)
                + "\n]\n");
    assertThat(sets.elements()).extracting(MeanElements::name).containsExactly("A", "B");
    assertThat(sets.skipped()).hasSize(1);
    assertThat(sets.skipped().getFirst().toString()).startsWith("x:3:").endsWith(" " + problem);
  }

  @Test
  void aMissingFieldIsReportedWhereTheRecordBegins() {
    ElementSets sets =
        read(
            "[\n"
                + TleText.celestrak("A", 5)
                + ",\n  "
                + TleText.celestrak("B", 6).replace("\"EPOCH\"", "\"epoch\"")
                + ",\n  "
                + TleText.celestrak("C", 7).replace(":53,", ":null,")
                + ", 5, [[6]]]");
    assertThat(lines(sets.skipped()))
        .isEqualTo(
            """
            x:3:3 EPOCH: is missing; a value
            x:4:3 INCLINATION: is missing; a value
            x:4:373 record: is no object; an object with the fields of an OMM
            x:4:376 record: is no object; an object with the fields of an OMM
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[|1:2 json: cannot be read from here on: Unexpected end-of-input",
        "{\"A\":}|1:6 json: cannot be read from here on: Unexpected character",
        "[1}|1:3 json: cannot be read from here on: Unexpected close marker",
      })
  void brokenJsonIsNotHalfRead(String text, String beginning) {
    ElementSets sets = read("[" + TleText.celestrak("A", 5) + ",", text);
    assertThat(sets.elements()).isEmpty();
    assertThat(sets.problems().getFirst().toString()).contains(beginning.substring(4, 30));
    assertThat(read("", text).problems().getFirst().toString()).startsWith("x:" + beginning);
  }

  @Test
  void deepNestingEndsInAMessage() {
    ElementSets sets = read("[".repeat(100_000));
    assertThat(sets.problems()).hasSize(1);
    assertThat(sets.problems().getFirst().toString()).startsWith("x:1:").contains(" json: ");
  }

  @Test
  void anEmptyListHoldsNothing() {
    assertThat(lines(read("[]").problems()))
        .isEqualTo("x:1:1 file: holds no usable element set; at least one\n");
  }

  private static MeanElements one(String text) {
    ElementSets sets = read(text);
    assertThat(lines(sets.problems())).isEmpty();
    assertThat(lines(sets.skipped())).isEmpty();
    assertThat(sets.format()).isEqualTo(Format.OMM_JSON);
    List<MeanElements> elements = sets.elements();
    assertThat(elements).hasSize(1);
    return elements.getFirst();
  }

  private static ElementSets read(String... texts) {
    return ElementReader.read(
        String.join("", texts).getBytes(StandardCharsets.UTF_8), "x", Format.AUTO);
  }
}
