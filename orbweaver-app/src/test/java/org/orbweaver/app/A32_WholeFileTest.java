package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are the old one or the new one, and nothing between. */
class A32_WholeFileTest {
  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder = Path.of("");

  @Test
  void a01_itIsMadeAndReplaced_andNothingLiesBesideIt() throws IOException {
    Path file = folder.resolve("file");
    WholeFile.replace(file, "a longer old one".getBytes(StandardCharsets.UTF_8));
    WholeFile.replace(file, NEW);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @Test
  void a02_whatIsLeftOfOneThatWasStoppedIsNoHindrance() throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(folder.resolve("file.new"), "half of something long");
    WholeFile.replace(file, NEW);
    assertThat(file).hasBinaryContent(NEW);
  }

  @Test
  void a03_whereItCannotBeReplacedItStays() throws IOException {
    Path place = Files.createDirectory(folder.resolve("place"));
    Files.writeString(place.resolve("mine"), "mine");
    assertThatThrownBy(() -> WholeFile.replace(place, NEW)).isInstanceOf(IOException.class);
    assertThat(place.resolve("mine")).hasContent("mine");
    assertThat(folder.toFile().list()).containsExactly("place");
  }
}
