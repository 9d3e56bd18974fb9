package org.orbweaver.format.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.format.Lines.lines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.ElementsSpec.Format;
import org.orbweaver.format.Packed;

/** Orbit Mean-Elements Messages as XML. */
class B07_OmmXmlTest {
  @Test
  void oneMessageOrManyInOneDocument() {
    ElementSets sets = read(TleText.ndm(TleText.xml("A", "44713"), TleText.xml("B", "44714")));
    assertThat(lines(sets.problems()) + lines(sets.skipped())).isEmpty();
    assertThat(sets.format()).isEqualTo(Format.OMM_XML);
    assertThat(sets.elements()).extracting(MeanElements::name).containsExactly("A", "B");
    assertThat(read(TleText.xml("A", "44713")).elements())
        .containsExactly(sets.elements().getFirst());
  }

  @Test
  void namespacesPrefixesAndCharacterDataDoNotMatter() {
    String prefixed =
        TleText.xml("A", "5")
            .replace("<omm ", "<ndm:omm xmlns:ndm='urn:ccsds:schema:ndmxml' ")
            .replace("</omm>", "</ndm:omm>")
            .replace(">A<", "><![CDATA[A]]><")
            .replace(">53.0000<", "> 53.<!-- degrees -->0000\n <");
    assertThat(read(prefixed)).isEqualTo(read(TleText.xml("A", "5")));
  }

  @Test
  void packedAsWellAsPlain() {
    byte[] plain = TleText.ndm(TleText.xml("A", "5")).getBytes(StandardCharsets.UTF_8);
    assertThat(ElementReader.read(Packed.gzip(plain), "x", Format.AUTO))
        .isEqualTo(ElementReader.read(plain, "x", Format.OMM_XML));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">15.06<|>0<|x:18:40 MEAN_MOTION: is \"0\"; above 0, at most 18 rev/day",
        ">15.06<|><x>1</x><y/><|x:18:40 MEAN_MOTION: holds other elements; one value",
        "rev/day\">|rad/s\">|x:18:38 MEAN_MOTION: has the unit \"rad/s\"; in rev/day",
        ">SGP4<|>SGP4-XP<|x:13:30 MEAN_ELEMENT_THEORY: is \"SGP4-XP\"; SGP4: the elements of"
            + " another theory give wrong positions in it",
        ">TEME<|>EME2000<|x:11:20 REF_FRAME: is \"EME2000\"; TEME, the frame of SGP4",
        ">UTC<|>TDB<|x:12:22 TIME_SYSTEM: is \"TDB\"; UTC",
        "INCLINATION|BSTAR|x:31:31 BSTAR: is given twice; one value",
        "RA_OF_ASC_NODE|NODE|x:3:1 RA_OF_ASC_NODE: is missing; a value",
      })
  void aBadMessageIsReportedWithItsPlaceAndSkipped(String from, String to, String problem) {
    String bad = TleText.xml("BAD", "6").replace(from, to);
    ElementSets sets = read(TleText.ndm(bad, TleText.xml("A", "5"), "<oem><x/></oem>\n"));
    assertThat(lines(sets.problems())).isEmpty();
    assertThat(sets.elements()).extracting(MeanElements::name).containsExactly("A");
    String windows =
        TleText.ndm(bad, TleText.xml("A", "5"), "<oem><x/></oem>\n").replace("\n", "\r\n");
    assertThat(read(windows)).isEqualTo(sets);
    assertThat(lines(sets.skipped()))
        .isEqualTo(problem + "\nx:81:1 oem: is no OMM; an element omm\n");
  }

  @Test
  void brokenXmlIsNotHalfRead() {
    String whole = TleText.ndm(TleText.xml("A", "5"), TleText.xml("B", "6"));
    for (int length : new int[] {50, 900, whole.length() - 8}) {
      ElementSets sets =
          ElementReader.read(
              whole.substring(0, length).getBytes(StandardCharsets.UTF_8), "x", Format.OMM_XML);
      assertThat(sets.elements()).isEmpty();
      assertThat(lines(sets.problems())).contains("xml: cannot be read from here on: ");
    }
    assertThat(lines(read("<kml><omm/></kml>").problems()))
        .isEqualTo("x:1:1 kml: is no OMM; an element omm, or ndm of them\n");
  }

  @Test
  void nothingOutsideOfTheFileIsOpened(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "SECRET");
    String message = TleText.xml("&e;", "5");
    for (String dtd :
        new String[] {
          "<!DOCTYPE omm [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>",
          "<!DOCTYPE omm SYSTEM '" + secret.toUri() + "'>",
          "<!DOCTYPE omm [<!ENTITY % p SYSTEM '" + secret.toUri() + "'> %p;]>",
          "<!DOCTYPE omm [<!ENTITY e 'SECRET'>]>",
          "",
        }) {
      ElementSets sets = read("<?xml version='1.0'?>\n" + dtd + message);
      assertThat(sets.elements()).isEmpty();
      assertThat(lines(sets.problems()) + lines(sets.skipped()))
          .isNotEmpty()
          .doesNotContain("SECRET");
    }
    assertThat(lines(read("<?xml version='1.0'?>\n<!DOCTYPE omm><omm/>").problems()))
        .isEqualTo("x:2:1 xml: has a document type definition; XML without one\n");
  }

  @Test
  void entitiesThatGrowWithoutEndAreRefusedAtOnce() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE omm [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 40; i++) {
      laughs.append("<!ENTITY a" + i + " '&a" + (i - 1) + ";&a" + (i - 1) + ";'>");
    }
    String bomb = laughs + "]>" + TleText.xml("&a39;", "5");
    ElementSets sets =
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> read(bomb));
    assertThat(sets.problems()).hasSize(1);
  }

  @Test
  void deepNestingEndsInAMessage() {
    assertThat(read("<ndm><omm>" + "<a>".repeat(100_000)).problems()).hasSize(1);
  }

  private static ElementSets read(String text) {
    return ElementReader.read(text.getBytes(StandardCharsets.UTF_8), "x", Format.AUTO);
  }
}
