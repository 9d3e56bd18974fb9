package org.orbweaver.format.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.format.Lines.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.scenario.ElementsSpec.Format;
import org.orbweaver.format.Packed;

/** Element files as they lie on disk: packed, damaged, of another kind. */
class B05_ElementFileTest {
  private static final int LIMIT = 1 << 16;

  @Test
  void packedOrPlainIsToldByContentNotByName(@TempDir Path folder) throws IOException {
    Path plain = folder.resolve("plain.gz");
    Path packed = folder.resolve("packed.txt");
    Files.writeString(plain, TleText.set("A", "00005"));
    Files.write(packed, Packed.gzip(TleText.set("A", "00005").getBytes(StandardCharsets.UTF_8)));
    assertThat(ElementReader.read(plain, Format.AUTO).elements()).hasSize(1);
    assertThat(ElementReader.read(packed, Format.TLE))
        .isEqualTo(ElementReader.read(plain, Format.AUTO));
  }

  @Test
  void severalPackedParts() throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    parts.write(Packed.gzip(TleText.set("A", "00005").getBytes(StandardCharsets.UTF_8)));
    parts.write(Packed.gzip(TleText.set("B", "00006").getBytes(StandardCharsets.UTF_8)));
    assertThat(read(parts.toByteArray()).elements()).hasSize(2);
  }

  @Test
  void anArchiveThatUnpacksWithoutEndIsRefused() throws IOException {
    byte[] bomb = Packed.gzip(new byte[LIMIT + 1]);
    assertThat(bomb.length).isLessThan(500);
    assertThat(lines(read(bomb).problems()))
        .isEqualTo(
            "x:1:1 file: unpacks to more than 65536 bytes; an archive of at most 65536 bytes\n");
  }

  @Test
  void aDamagedArchiveIsRefusedWhole() throws IOException {
    byte[] whole =
        Packed.gzip(TleText.set("A", "00005").repeat(50).getBytes(StandardCharsets.UTF_8));
    assertThat(lines(read(Arrays.copyOf(whole, whole.length - 9)).problems()))
        .isEqualTo("x:1:1 file: is a gzip file cut short; a whole one\n");
    whole[whole.length - 6] ^= 1;
    assertThat(lines(read(whole).problems()))
        .isEqualTo("x:1:1 file: is a damaged gzip file; a whole one\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty",
        "<html>|is an HTML page",
        "<!DOCTYPE html><html lang='en'>|is an HTML page",
        "no elements here|has no element set in its beginning",
        "name,lat_deg|has no element set in its beginning",
      })
  void anotherKindOfFileIsNamed(String text, String problem) {
    assertThat(lines(read(text.getBytes(StandardCharsets.UTF_8)).problems()))
        .isEqualTo("x:1:1 file: " + problem + "; TLE, or OMM as JSON, CSV, XML or KVN\n");
  }

  @Test
  void aNamedFormatIsNotGuessedAround() {
    byte[] tle = TleText.set("A", "00005").getBytes(StandardCharsets.UTF_8);
    assertThat(ElementReader.read(tle, "x", Format.OMM_JSON).problems().getFirst().toString())
        .startsWith("x:1:1 json: cannot be read from here on");
    assertThat(ElementReader.read(tle, "x", Format.OMM_CSV).problems()).hasSize(9);
  }

  @Test
  void aMissingFileIsAProblem(@TempDir Path folder) {
    ElementSets sets = ElementReader.read(folder.resolve("gone.tle"), "gone.tle", Format.AUTO);
    assertThat(lines(sets.problems()))
        .isEqualTo("gone.tle:1:1 file: does not exist; the path of a file that does\n");
  }

  private static ElementSets read(byte[] bytes) {
    return ElementReader.read(bytes, "x", Format.AUTO, LIMIT);
  }
}
