package org.orbweaver.format.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.format.Lines.lines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.format.problem.Problems;

/** Files that can and cannot be read as text. */
class A04_TextTest {
  private final Problems problems = new Problems();

  @Test
  void utf8WithOrWithoutAByteOrderMark() {
    assertThat(text("é\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("é\n");
    assertThat(text("\uFEFFa".getBytes(StandardCharsets.UTF_8))).isEqualTo("a");
    assertThat(text(new byte[0])).isEmpty();
  }

  @Test
  void latin1IsRefusedWithItsPlace() {
    assertThat(text("ok\nname: Malm\u00f6\n".getBytes(StandardCharsets.ISO_8859_1))).isNull();
    assertThat(lines(problems.list()))
        .isEqualTo("f:2:11 file: holds the byte 0xF6, which is not UTF-8; text in UTF-8\n");
  }

  @Test
  void aCharacterCutShortAtTheEndIsRefused() {
    assertThat(text(new byte[] {'a', (byte) 0xe2, (byte) 0x82})).isNull();
    assertThat(lines(problems.list()))
        .isEqualTo("f:1:2 file: holds the byte 0xE2, which is not UTF-8; text in UTF-8\n");
  }

  @Test
  void utf16IsRefusedByName() {
    assertThat(text("abc".getBytes(StandardCharsets.UTF_16))).isNull();
    assertThat(lines(problems.list())).isEqualTo("f:1:1 file: is UTF-16; text in UTF-8\n");
  }

  @Test
  void controlCharactersAreRefused() {
    assertThat(text("a\r\nb\0".getBytes(StandardCharsets.UTF_8))).isNull();
    assertThat(lines(problems.list()))
        .isEqualTo("f:2:2 file: holds the control character U+0000; text in UTF-8\n");
  }

  @Test
  void whatIsNoFileIsRefused(@TempDir Path folder) throws IOException {
    Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("gone"));
    assertThat(Text.read(folder, "folder", 10, problems)).isNull();
    assertThat(Text.read(folder.resolve("none"), "none", 10, problems)).isNull();
    assertThat(Text.read(folder.resolve("dangling"), "dangling", 10, problems)).isNull();
    assertThat(Text.read(Path.of("/dev/null"), "null", 10, problems)).isNull();
    Files.writeString(folder.resolve("long"), "x".repeat(11));
    assertThat(Text.read(folder.resolve("long"), "long", 10, problems)).isNull();
    assertThat(lines(problems.list()))
        .isEqualTo(
            """
            folder:1:1 file: is a directory; a file
            none:1:1 file: does not exist; the path of a file that does
            dangling:1:1 file: is a link to nothing; the path of a file that does
            null:1:1 file: is not a regular file; a file on disk
            long:1:1 file: has more than 10 bytes; at most 10 bytes, divided over several files where \
            needed
            """);
    Files.writeString(folder.resolve("just"), "x".repeat(10));
    assertThat(Text.read(folder.resolve("just"), "just", 10, problems)).hasSize(10);
  }

  private @org.jspecify.annotations.Nullable String text(byte[] bytes) {
    return Text.decode(bytes, "f", problems);
  }
}
