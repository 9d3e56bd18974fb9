package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What README shows is what a reader gets. */
class A10_ReadmeTest {
  private static final Path HOME = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

  /** A command in a block of its own, and the block of output after it. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "```sh\\n\\./orbweaver ([^\\n]*)\\n```\\n\\n```text\\n(.*?)```", Pattern.DOTALL);

  private record Example(String command, String output) {}

  private static List<Example> examples() throws IOException {
    Matcher shown = SHOWN.matcher(Files.readString(HOME.resolve("README.md")));
    return shown.results().map(m -> new Example(m.group(1), m.group(2))).toList();
  }

  @TestFactory
  Stream<DynamicTest> aCommandWithAStartPrintsWhatIsShown() throws IOException {
    List<Example> fixed = examples().stream().filter(e -> e.command().contains("--start")).toList();
    assertThat(fixed).hasSizeGreaterThanOrEqualTo(3);
    return fixed.stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.command(),
                () ->
                    assertThat(run(example.command().split(" ")).out())
                        .isEqualToIgnoringNewLines(example.output())));
  }

  @Test
  void aScenarioWithThreeMistakesIsToldAllOfThem(@TempDir Path folder) throws IOException {
    Path hello = HOME.resolve("scenarios/hello");
    Files.copy(hello.resolve("gateways.csv"), folder.resolve("gateways.csv"));
    Path mine = folder.resolve("my.yaml");
    Files.writeString(
        mine,
        Files.readString(hello.resolve("hello.yaml"))
            .replace("planes: 72", "planess: 72")
            .replace("inclinationDeg: 53\n", "inclinationDeg: 530\n")
            .replace("lonDeg: 13.411, pop: frankfurt", "lonDeg: 13.411, pop: frankfort"));
    Run.Outcome outcome = run("check", mine.toString());
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    String shown =
        examples().stream()
            .filter(example -> example.command().equals("check my.yaml"))
            .findFirst()
            .orElseThrow()
            .output();
    assertThat((outcome.out() + outcome.err()).replace(mine.toString(), "my.yaml"))
        .isEqualTo(shown);
  }

  private static Run.Outcome run(String... command) {
    return Run.within()
        .variable("ORBWEAVER_HOME", HOME.toString())
        .variable("NO_COLOR", "1")
        .onTerminal()
        .command(command);
  }
}
