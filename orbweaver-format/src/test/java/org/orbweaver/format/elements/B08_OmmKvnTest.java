package org.orbweaver.format.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.format.Lines.lines;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.ElementsSpec.Format;

/** Orbit Mean-Elements Messages in lines of KEY = VALUE. */
class B08_OmmKvnTest {
  @Test
  void severalMessagesOneAfterAnother() {
    ElementSets sets = read(TleText.kvn("A", "44713") + "\n\n" + TleText.kvn("B = 2", "44714"));
    assertThat(lines(sets.problems()) + lines(sets.skipped())).isEmpty();
    assertThat(sets.format()).isEqualTo(Format.OMM_KVN);
    assertThat(sets.elements()).extracting(MeanElements::name).containsExactly("A", "B = 2");
  }

  @Test
  void versionsAndUnitsMayBeLeftOut_linesMayEndAnyWay() {
    String bare =
        (TleText.kvn("A", "5") + TleText.kvn("B", "6"))
            .replaceAll("CCSDS_OMM_VERS.*\\n", "")
            .replaceAll(" *\\[.*]", "")
            .replaceAll(" += ", "=")
            .replace("\n", "\r\n");
    assertThat(read(bare).elements())
        .isEqualTo(read(TleText.kvn("A", "5") + TleText.kvn("B", "6")).elements())
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15.06 [|x [|x:14:23 MEAN_MOTION: is \"x\"; above 0, at most 18 rev/day",
        "53.0000 [deg]|0.92 [rad]|x:16:23 INCLINATION: has the unit \"rad\"; in deg",
        "= SGP4|= SGP4-XP|x:11:23 MEAN_ELEMENT_THEORY: is \"SGP4-XP\"; SGP4: the elements of"
            + " another theory give wrong positions in it",
        "= 0|= 4|x:20:23 EPHEMERIS_TYPE: is \"4\"; 0 or 2, which are SGP4: 4 is SGP4-XP, another"
            + " theory",
        "= TEME|= ITRF|x:9:13 REF_FRAME: is \"ITRF\"; TEME, the frame of SGP4",
        "= UTC|= GPS|x:10:15 TIME_SYSTEM: is \"GPS\"; UTC",
        "= EARTH|= MARS|x:8:15 CENTER_NAME: is \"MARS\"; EARTH",
        "MEAN_ANOMALY |INCLINATION |x:19:22 INCLINATION: is given twice; one value",
        "MEAN_ANOMALY |MEAN_ANOMALIES |x:1:1 MEAN_ANOMALY: is missing; a value",
        "REF_FRAME =|REF_FRAME|x:9:1 line: is \"REF_FRAME TEME\"; KEY = VALUE",
        "CCSDS_OMM_VERS|CCSDS_OPM_VERS|x:1:1 CCSDS_OPM_VERS: begins another kind of message;"
            + " CCSDS_OMM_VERS",
      })
  void aBadMessageIsReportedOnceWithItsPlaceAndSkipped(String from, String to, String problem) {
    String bad = TleText.kvn("BAD", "6").replace(from, to);
    ElementSets sets = read(bad + TleText.kvn("A", "5"));
    assertThat(lines(sets.problems())).isEmpty();
    assertThat(sets.elements()).extracting(MeanElements::name).containsExactly("A");
    assertThat(lines(sets.skipped())).isEqualTo(problem + "\n");
  }

  @Test
  void aPageWithoutMessagesHoldsNothing() {
    assertThat(
            lines(
                ElementReader.read("hello\n".getBytes(StandardCharsets.UTF_8), "x", Format.OMM_KVN)
                    .problems()))
        .isEqualTo(
            """
            x:1:1 file: holds no usable element set, 1 bad; at least one
            x:1:1 line: is "hello"; KEY = VALUE
            """);
  }

  private static ElementSets read(String text) {
    return ElementReader.read(text.getBytes(StandardCharsets.UTF_8), "x", Format.AUTO);
  }
}
