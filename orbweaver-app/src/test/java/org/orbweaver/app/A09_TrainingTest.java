package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher runs to make later starts quick works, and says nothing. */
class A09_TrainingTest {
  @Test
  void doesWhatUsersDoFirst(@TempDir Path state) throws Exception {
    StringWriter said = new StringWriter();
    PrintWriter err = new PrintWriter(said);
    String home = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent()).toString();
    Training.run(
        new Surroundings(
            err, err, false, false, Map.of("ORBWEAVER_HOME", home), InstantSource.system()),
        state);
    err.flush();
    assertThat(said.toString()).doesNotContain("orbweaver:");
  }
}
