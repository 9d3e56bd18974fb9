package org.orbweaver.format.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.orbweaver.format.Lines.lines;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.ElementsSpec.Format;
import org.orbweaver.core.time.Utc;

/** Two-line element sets that are right, in all their spellings. */
class B01_TleTest {
  /** The example that most explanations of the format use. */
  private static final String ISS =
      """
      ISS (ZARYA)
      1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927
      2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537
      """;

  @Test
  void everyFieldIsRead() {
    MeanElements iss = one(ISS);
    assertThat(iss.name()).isEqualTo("ISS (ZARYA)");
    assertThat(iss.noradId()).isEqualTo(25544);
    assertThat(iss.designator()).isEqualTo("1998-067A");
    assertThat(Utc.format(iss.epochNs())).isEqualTo("2008-09-20T12:25:40.104192Z");
    assertThat(iss.meanMotionRadPerS()).isEqualTo(15.72125391 * (2 * Math.PI / 86400));
    assertThat(iss.meanMotionDotRadPerS2())
        .isCloseTo(-2.182e-5 * 2 * Math.PI / 86400 / 86400, within(1e-25));
    assertThat(iss.eccentricity()).isEqualTo(0.0006703);
    assertThat(iss.inclinationRad()).isEqualTo(Math.toRadians(51.6416));
    assertThat(iss.raanRad()).isEqualTo(Math.toRadians(247.4627));
    assertThat(iss.argPerigeeRad()).isEqualTo(Math.toRadians(130.5360));
    assertThat(iss.meanAnomalyRad()).isEqualTo(Math.toRadians(325.0288));
    assertThat(iss.bstarPerEarthRadius()).isEqualTo(-0.11606e-4);
  }

  @Test
  void theNameLineMayBeAbsentOrBeginWithZero() {
    String lines = ISS.substring(ISS.indexOf('\n') + 1);
    assertThat(one(lines).name()).isEqualTo("NORAD-25544");
    assertThat(one("0 ISS (ZARYA)\n" + lines).name()).isEqualTo("ISS (ZARYA)");
    assertThat(one("ISS (ZARYA)             \n" + lines).name()).isEqualTo("ISS (ZARYA)");
  }

  @Test
  void twoAndThreeLineSetsMayFollowEachOther() {
    String bare = ISS.substring(ISS.indexOf('\n') + 1);
    assertThat(read(ISS + bare + ISS))
        .extracting(MeanElements::name)
        .containsExactly("ISS (ZARYA)", "NORAD-25544", "ISS (ZARYA)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "   \n", " \t\r\n", "\n\n", "\n# a remark\n"})
  void linesMayEndInAnyWay(String end) {
    assertThat(one(ISS.replace("\n", end)).noradId()).isEqualTo(25544);
    assertThat(one(ISS.strip().replace("\n", end)).noradId()).isEqualTo(25544);
  }

  @ParameterizedTest
  @CsvSource({
    "00005,5",
    "'    5',5",
    "99999,99999",
    "A0000,100000",
    "E8493,148493",
    "H9999,179999",
    "J0000,180000",
    "N9999,229999",
    "P0000,230000",
    "Z9999,339999",
  })
  void catalogueNumbersMayBeAlpha5(String written, int number) {
    assertThat(one(TleText.set("X", written)).noradId()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "57001.00000000,1957-01-01T00:00:00Z",
    "99365.50000000,1999-12-31T12:00:00Z",
    "00001.00000000,2000-01-01T00:00:00Z",
    "24366.99999999,2024-12-31T23:59:59.999136Z",
    "56001.00000001,2056-01-01T00:00:00.000864Z",
  })
  void epochsAreExact(String written, String utc) {
    String[] lines = TleText.set("X", "00005").split("\n");
    MeanElements e = one(TleText.with(lines[1], 19, written) + "\n" + lines[2]);
    assertThat(Utc.format(e.epochNs())).isEqualTo(utc);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        " 10000-3,1e-4",
        "-63840-3,-6.384e-4",
        " 00000+0,0",
        " 00000-0,0",
        "+12345-5,1.2345e-6",
        " 19954-1,0.019954",
        " 12345+1,1.2345",
        " 12345 0,0.12345",
        "     0-0,0",
      })
  void dragTermsAreExact(String written, double bstar) {
    String[] lines = TleText.set("X", "00005").split("\n");
    MeanElements e = one(TleText.with(lines[1], 54, written) + "\n" + lines[2]);
    assertThat(e.bstarPerEarthRadius()).isEqualTo(bstar);
  }

  @Test
  void otherToolsSyntheticSetsAreRead() {
    // In the manner of a simulator's generator: epoch year 00, a launch 000, blanks for zeros.
    MeanElements e =
        one(
            "Starlink-550 1\n"
                + TleText.line(
                    "1 00002U 00000ABC 00001.00000000  .00000000  00000-0  00000+0 0    0")
                + "\n"
                + TleText.line(
                    "2 00002  53.0000   0.0000 0000001   0.0000  16.3636 15.19000000    0"));
    assertThat(e.name()).isEqualTo("Starlink-550 1");
    assertThat(e.designator()).isEqualTo("2000-000ABC");
    assertThat(Utc.format(e.epochNs())).isEqualTo("2000-01-01T00:00:00Z");
    assertThat(e.eccentricity()).isEqualTo(1e-7);
    assertThat(Math.toDegrees(e.meanAnomalyRad())).isEqualTo(16.3636);
  }

  private static MeanElements one(String text) {
    List<MeanElements> elements = read(text);
    assertThat(elements).hasSize(1);
    return elements.getFirst();
  }

  private static List<MeanElements> read(String text) {
    ElementSets sets =
        ElementReader.read(text.getBytes(StandardCharsets.UTF_8), "x.tle", Format.AUTO);
    assertThat(lines(sets.problems())).isEmpty();
    assertThat(lines(sets.skipped())).isEmpty();
    assertThat(sets.format()).isEqualTo(Format.TLE);
    return sets.elements();
  }
}
