package org.orbweaver.format.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.format.Lines.lines;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.ElementsSpec.Format;

/** Orbit Mean-Elements Messages as a table. */
class B04_OmmCsvTest {
  private static final String HEADER =
      "OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,"
          + "ARG_OF_PERICENTER,MEAN_ANOMALY,EPHEMERIS_TYPE,CLASSIFICATION_TYPE,NORAD_CAT_ID,"
          + "ELEMENT_SET_NO,REV_AT_EPOCH,BSTAR,MEAN_MOTION_DOT,MEAN_MOTION_DDOT\n";

  private static final String ROW =
      "NAME,2019-074A,2026-05-21T06:00:00.000000,15.06,.0001,53,120,90,270,0,U,44713,999,1000,"
          + ".1E-3,.1E-4,0\n";

  @Test
  void saysTheSameAsATle() {
    MeanElements tle = read(TleText.set("SAT-1", "44713")).elements().getFirst();
    ElementSets sets = read(HEADER + ROW.replace("NAME", "SAT-1"));
    assertThat(sets.format()).isEqualTo(Format.OMM_CSV);
    assertThat(sets.elements()).containsExactly(tle);
  }

  @Test
  void badRowsAreReportedAndSkipped() {
    ElementSets sets =
        read(
            HEADER
                + ROW.replace("NAME", "A")
                + "\n"
                + ROW.replace("NAME", "\"B, the second\"").replace(",53,", ",190,")
                + ROW.replace("NAME,", "")
                + ROW.replace("15.06", "")
                + ROW.replace("NAME", "E").replace("44713", "123456789"));
    assertThat(sets.elements()).extracting(MeanElements::name).containsExactly("A", "E");
    assertThat(sets.elements().getLast().noradId()).isEqualTo(123_456_789);
    assertThat(lines(sets.skipped()))
        .isEqualTo(
            """
            x:4:66 INCLINATION: is "190"; 0 to 180 degrees
            x:5:1 row: has 16 cells; 17 as the header has
            x:6:43 MEAN_MOTION: is missing; a value
            """);
  }

  @Test
  void aTableWithoutTheNeededColumnsIsUnusable() {
    assertThat(
            lines(
                read(HEADER.replace("BSTAR", "B*").replace("INCLINATION", "EPOCH") + ROW)
                    .problems()))
        .isEqualTo(
            """
            x:1:1 INCLINATION: is missing; a column of that name
            x:1:1 BSTAR: is missing; a column of that name
            x:1:54 EPOCH: is given twice; one such column
            """);
  }

  private static ElementSets read(String text) {
    return ElementReader.read(text.getBytes(StandardCharsets.UTF_8), "x", Format.AUTO);
  }
}
