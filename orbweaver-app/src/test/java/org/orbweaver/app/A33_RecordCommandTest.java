package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;

/** What {@code record} refuses before it looks for a network. */
class A33_RecordCommandTest {
  @TempDir private Path folder = Path.of("");

  private void assertWrongUse(String why, String... words) {
    List<String> all = new ArrayList<>(List.of("record"));
    all.addAll(List.of(words));
    Outcome outcome = Run.run(all.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains(why).doesNotContain("Exception");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a01_withoutAFileThereIsNothingToDo() {
    assertWrongUse("nothing to write", "berlin");
  }

  @Test
  void a02_whatIsNoFile() {
    assertWrongUse("'/' is no file", "berlin", "--csv", "/");
    assertWrongUse("'' is no file", "berlin", "--csv", "");
    assertWrongUse("cannot be a path", "berlin", "--csv", "a\0b");
  }

  @Test
  void a03_oneFileForTwoRecords() {
    String file = folder.resolve("a.csv").toString();
    assertWrongUse("cannot be two files at once", "berlin", "--csv", file, "--trace", file);
  }

  @Test
  void a04_terminalsThatAreNone() {
    String file = folder.resolve("a.csv").toString();
    assertWrongUse("a terminal is named twice", "berlin", "berlin", "--csv", file);
    assertWrongUse("is no name", "ber\tlin", "--csv", file);
  }

  @Test
  void a05_whereNoNetworkRunsNothingIsMade() {
    Outcome outcome =
        Run.within()
            .variable("XDG_RUNTIME_DIR", folder.toString())
            .variable("XDG_STATE_HOME", folder.toString())
            .command("record", "berlin", "--csv", folder.resolve("a.csv").toString());
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.NO);
    assertThat(folder).isEmptyDirectory();
  }
}
