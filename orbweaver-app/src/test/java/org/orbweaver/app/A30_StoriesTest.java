package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The shipped stories, told with real processes; each checks what it tells. */
class A30_StoriesTest {
  private static final Path STORIES = Path.of("..", "examples", "stories");

  private static final ExecutorService TWO = Executors.newFixedThreadPool(2);

  @TempDir private static Path folder = Path.of("");

  /** The program that is under test, as a command. */
  private static synchronized Path program() throws IOException {
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

  /** The first makes the keys that all share; the others are told two at a time. */
  @TestFactory
  List<DynamicTest> everyStoryEndsAsItShould() throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.list(STORIES)) {
      names =
          files
              .map(path -> path.getFileName().toString())
              .filter(name -> name.matches("[0-9]{2}-.*\\.sh"))
              .sorted()
              .toList();
    }
    List<DynamicTest> tests = new ArrayList<>();
    CompletableFuture<?> keys = new CompletableFuture<>();
    for (String name : names) {
      if (tests.isEmpty()) {
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () -> {
                  try {
                    tell(name);
                  } finally {
                    keys.complete(null);
                  }
                }));
      } else {
        Future<?> told =
            TWO.submit(() -> {
              keys.join();
              tell(name);
              return name;
            });
        tests.add(DynamicTest.dynamicTest(name, told::get));
      }
    }
    return tests;
  }

  @AfterAll
  static void stop() {
    TWO.shutdownNow();
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
