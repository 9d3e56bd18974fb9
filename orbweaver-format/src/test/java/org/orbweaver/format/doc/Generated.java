package org.orbweaver.format.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository that are made from the code. */
final class Generated {
  private Generated() {}

  /** Fails where the file differs; writes it instead under {@code -Dorbweaver.update=true}. */
  static void assertUpToDate(String name, String text) throws IOException {
    Path file = Path.of("..").resolve(name);
    if (Boolean.getBoolean("orbweaver.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as(name + " is made from the records; write it anew with -Dorbweaver.update=true")
        .isEqualTo(text);
  }
}
