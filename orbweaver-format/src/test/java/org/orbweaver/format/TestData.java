package org.orbweaver.format;

import java.nio.file.Path;

/** Where real data lies, if it does: {@code $ORBWEAVER_DATA} or beside the repository. */
public final class TestData {
  private TestData() {}

  public static Path real(String name) {
    String given = System.getenv("ORBWEAVER_DATA");
    return (given == null ? Path.of("../../shared/data") : Path.of(given)).resolve(name);
  }
}
