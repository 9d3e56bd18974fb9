package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;

/** The examples of accounts say what they say. */
class A25_AccountExamplesTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir private Path folder = Path.of("");

  private static Path example(String name) {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(root.resolve("orbweaver"))) {
      root = java.util.Objects.requireNonNull(root.getParent());
    }
    return root.resolve("examples/accounts").resolve(name);
  }

  /** Command by command in this process, which is quicker than a process each. */
  @Test
  void donatedTerminalsAreAccountedFor() throws IOException {
    String out = "";
    int commands = 0;
    for (String line : Files.readAllLines(example("donated-terminals.sh"))) {
      if (line.startsWith("# > ")) {
        assertThat(out).contains(line.substring(4));
      } else if (line.startsWith("orbweaver ")) {
        List<String> words = words(line.substring("orbweaver ".length()));
        words.addAll(List.of("--format", "csv"));
        Outcome outcome =
            Run.within()
                .variable("XDG_STATE_HOME", folder.toString())
                .command(words.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(line + "\n" + outcome.err()).isZero();
        out = outcome.out();
        commands++;
      }
    }
    assertThat(commands).isGreaterThan(20);
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return words;
  }

  /** As a user runs it. */
  @Test
  void aPayerLeavesAndASuccessorFollows() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here");
    String command = String.join("' '", Run.process().command());
    Path program =
        Files.createFile(
            folder.resolve("orbweaver"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Files.writeString(program, "#!/bin/sh\nexec '" + command + "' \"$@\"\n");
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", example("payer-leaves.sh").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("ORBWEAVER_"));
    builder.environment().put("ORBWEAVER", program.toString());
    Path out = folder.resolve("out");
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(out);
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said)
        .contains("does not have the role")
        .contains("SL-0001,hospital,funded,funded,PAY-0002")
        .contains("SL-0002,consumer,funded,at-risk,PAY-0001")
        .contains("all is as it was signed", "the store says the same")
        .doesNotContain("Exception");
  }
}
