package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The shipped stories, told with real processes; each checks what it tells. */
class A30_StoriesTest {
  private static final Path STORIES = Path.of("..", "examples", "stories");

  @TempDir private static Path folder = Path.of("");

  /** The program that is under test, as a command. */
  private static Path program() throws IOException {
    Path script = folder.resolve("orbweaver");
    if (!Files.exists(script)) {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      Files.writeString(
          script,
          "#!/bin/sh\nexec '"
              + java
              + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp"
              + " '"
              + System.getProperty("java.class.path")
              + "' org.orbweaver.app.Main \"$@\"\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    return script;
  }

  @TestFactory
  List<DynamicTest> everyStoryEndsAsItShould() throws IOException {
    try (Stream<Path> files = Files.list(STORIES)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("[0-9]{2}-.*\\.sh"))
          .sorted()
          .map(name -> DynamicTest.dynamicTest(name, () -> tell(name)))
          .toList();
    }
  }

  private static void tell(String name) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", STORIES.resolve(name).toAbsolutePath().toString())
            .redirectErrorStream(true);
    builder.environment().put("ORBWEAVER", program().toString());
    builder.environment().put("STORY_DIR", folder.resolve(name).toString());
    builder.environment().put("STORY_KEYS", folder.resolve("keys").toString());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      Assumptions.abort("no sh on this machine");
      return;
    }
    process.getOutputStream().close();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    assertThat(told).contains("== ").doesNotContain("THE STORY WENT WRONG");
  }
}
