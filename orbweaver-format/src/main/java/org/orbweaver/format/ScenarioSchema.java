package org.orbweaver.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft 2020-12) of scenario files, for editors. */
public final class ScenarioSchema {
  private static final String RESOURCE = "orbweaver-1.schema.json";

  private ScenarioSchema() {}

  /** The schema's text, the same as {@code doc/schema/orbweaver-1.schema.json}. */
  public static String text() {
    try (InputStream in = ScenarioSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
