package org.orbweaver.format.elements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.ElementsSpec.Format;
import org.orbweaver.format.Packed;

/** One object in every format, plain and packed: the same elements to the last bit. */
class B09_SameObjectTest {
  private static final String CSV =
      """
      OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,ARG_OF_PERICENTER,\
      MEAN_ANOMALY,EPHEMERIS_TYPE,CLASSIFICATION_TYPE,NORAD_CAT_ID,BSTAR,MEAN_MOTION_DOT,MEAN_MOTION_DDOT
      SAT-1,2019-074A,2026-05-21T06:00:00.000000,15.06,.0001,53.0000,120,90,270,0,U,NUMBER,.0001,.00001,0
      """;

  @ParameterizedTest
  @CsvSource({"44713,44713", "T0001,270001", "A0000,100000", "Z9999,339999"})
  void allFormatsSayTheSame(String alpha5, String number) {
    MeanElements tle = one(TleText.set("SAT-1", alpha5), Format.TLE);
    assertThat(tle.noradId()).isEqualTo(Integer.parseInt(number));
    assertThat(one(TleText.celestrak("SAT-1", tle.noradId()), Format.OMM_JSON)).isEqualTo(tle);
    assertThat(one(TleText.spaceTrack("SAT-1", tle.noradId()), Format.OMM_JSON)).isEqualTo(tle);
    for (String written : List.of(alpha5, number)) {
      assertThat(one(CSV.replace("NUMBER", written), Format.OMM_CSV)).isEqualTo(tle);
      assertThat(one(TleText.xml("SAT-1", written), Format.OMM_XML)).isEqualTo(tle);
      assertThat(one(TleText.ndm(TleText.xml("SAT-1", written)), Format.OMM_XML)).isEqualTo(tle);
      assertThat(one(TleText.kvn("SAT-1", written), Format.OMM_KVN)).isEqualTo(tle);
    }
  }

  @ParameterizedTest
  @CsvSource({"100000", "999999999"})
  void numbersOfUpToNineDigitsWhereTheFormatHasRoom(String number) {
    int id = Integer.parseInt(number);
    MeanElements json = one(TleText.celestrak("SAT-1", id), Format.OMM_JSON);
    assertThat(json.noradId()).isEqualTo(id);
    assertThat(one(CSV.replace("NUMBER", number), Format.OMM_CSV)).isEqualTo(json);
    assertThat(one(TleText.xml("SAT-1", number), Format.OMM_XML)).isEqualTo(json);
    assertThat(one(TleText.kvn("SAT-1", number), Format.OMM_KVN)).isEqualTo(json);
  }

  private static MeanElements one(String text, Format format) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    List<ElementSets> ways =
        Stream.of(plain, Packed.gzip(plain))
            .flatMap(bytes ->
                Stream.of(
                    ElementReader.read(bytes, "x", Format.AUTO),
                    ElementReader.read(bytes, "x", format)))
            .toList();
    assertThat(ways).allSatisfy(sets -> assertThat(sets).isEqualTo(ways.getFirst()));
    assertThat(ways.getFirst().format()).isEqualTo(format);
    assertThat(ways.getFirst().skipped()).isEmpty();
    assertThat(ways.getFirst().elements()).hasSize(1);
    return ways.getFirst().elements().getFirst();
  }
}
