package org.orbweaver.format.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.format.Lines.lines;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.ElementsSpec.Format;

/** Element lines with faults are reported by number and skipped; their neighbours are kept. */
class B02_BadTleTest {
  private static final String[] GOOD = TleText.set("GOOD", "00005").split("\n");

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = '|',
      value = {
        "3|0I005|2:3 catalogueNumber: is \"0I005\"; five digits, or a letter and four digits",
        "3|I0005|2:3 catalogueNumber: is \"I0005\"; five digits, or a letter and four digits",
        "19|26000.00000000|2:19 epoch: is \"26000.00000000\"; a year of two digits and a day of that"
            + " year",
        "19|25366.00000000|2:19 epoch: is \"25366.00000000\"; a year of two digits and a day of that"
            + " year",
        "19|2x141|2:19 epoch: is \"2x\"; digits",
        "24|,|2:19 epoch: is \"26141,25000000\"; a year of two digits and a day of that year",
        "34| .0000x000|2:34 meanMotionDot: is \" .0000x000\"; a number",
        "34|'          '|2:34 meanMotionDot: is \"          \"; a number",
        "34| .00.0000 |2:34 meanMotionDot: is \" .00.0000 \"; a number",
        "54| 1000a-3|2:55 bstar: is \"1000a\"; digits",
        "54| 10000*3|2:54 bstar: is \" 10000*3\"; a sign, five digits, a sign and a digit",
        "63|4|2:63 ephemerisType: is 4, the theory SGP4-XP; 0, SGP4",
      })
  void aFaultInLine1(int column, String text, String problem) {
    assertSkipped(TleText.with(GOOD[1], column, text), GOOD[2], problem);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = '|',
      value = {
        "3|00006|3:3 catalogueNumber: is \"00006\"; that of line 1, \"00005\"",
        "9|181.0000|3:9 inclination: is 181; 0 to 180 degrees",
        "9|-53.0000|3:9 inclination: is -53; 0 to 180 degrees",
        "18|400.0000|3:18 raan: is 400; -360 to 360 degrees",
        "27|00-1000|3:27 eccentricity: is \"00-1000\"; digits",
        "53| 0.00000000|3:53 meanMotion: is 0; above 0, at most 18 rev/day",
        "53|18.10000000|3:53 meanMotion: is 18.1; above 0, at most 18 rev/day",
        "53|'           '|3:53 meanMotion: is \"           \"; a number",
      })
  void aFaultInLine2(int column, String text, String problem) {
    assertSkipped(GOOD[1], TleText.with(GOOD[2], column, text), problem);
  }

  @Test
  void aWrongChecksum() {
    char last = GOOD[1].charAt(68) == '0' ? '1' : '0';
    assertSkipped(
        GOOD[1].substring(0, 68) + last,
        GOOD[2],
        "2:69 checksum: is \"" + last + "\"; " + GOOD[1].charAt(68) + " by the other columns");
  }

  @Test
  void aLineTooShortOrTooLong() {
    assertSkipped(GOOD[1], GOOD[2].substring(0, 60), "3:61 length: is 60 columns; 69 columns");
    assertSkipped(GOOD[1] + " 1", GOOD[2], "2:70 length: is 71 columns; 69 columns");
  }

  @Test
  void linesWithoutTheirPartners() {
    String text =
        String.join(
            "\n", "LONELY", "A", GOOD[1], "B", GOOD[2], "C", GOOD[1], GOOD[1], GOOD[2], GOOD[1]);
    ElementSets sets = read(text);
    assertThat(sets.elements()).extracting(MeanElements::name).containsExactly("NORAD-5");
    assertThat(lines(sets.skipped()))
        .isEqualTo(
            """
            x.tle:1:1 name: has no element lines after it: "LONELY"; two lines
            x.tle:3:1 line 1: has no line 2 after it; a line that begins with 2
            x.tle:4:1 name: has no element lines after it: "B"; two lines
            x.tle:5:1 line 2: has no line 1 before it; a line that begins with 1
            x.tle:7:1 line 1: has no line 2 after it; a line that begins with 2
            x.tle:10:1 line 1: has no line 2 after it; a line that begins with 2
            """);
  }

  @Test
  void aFileOfBadLinesOnlyIsUnusableAndShowsSome() {
    String bad = "X\n" + GOOD[1].substring(0, 68) + "x\n" + GOOD[2] + "\n";
    ElementSets sets = read(bad.repeat(30));
    assertThat(sets.elements()).isEmpty();
    assertThat(sets.problems()).hasSize(11);
    assertThat(sets.problems().getFirst())
        .hasToString("x.tle:1:1 file: holds no usable element set, 30 bad; at least one");
  }

  @Test
  void aNameWithoutEnd() {
    ElementSets sets = read("n".repeat(101) + "\n" + GOOD[1] + "\n" + GOOD[2] + "\n" + good());
    assertThat(lines(sets.skipped()))
        .isEqualTo("x.tle:3:1 name: has 101 characters; at most 100\n");
  }

  private static void assertSkipped(String line1, String line2, String problem) {
    ElementSets sets = read("BAD\n" + line1 + "\n" + line2 + "\n" + good());
    assertThat(lines(sets.skipped())).isEqualTo("x.tle:" + problem + "\n");
    assertThat(sets.skippedCount()).isEqualTo(1);
    assertThat(sets.elements()).extracting(MeanElements::name).containsExactly("GOOD");
    assertThat(sets.problems()).isEmpty();
  }

  private static String good() {
    return String.join("\n", GOOD);
  }

  private static ElementSets read(String text) {
    return ElementReader.read(text.getBytes(StandardCharsets.UTF_8), "x.tle", Format.AUTO);
  }
}
