package org.orbweaver.app.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.orbweaver.app.Failure;
import org.orbweaver.app.WholeFile;

/** Writes a page whole or not at all. */
public final class PageFile {
  private PageFile() {}

  /**
   * Says early what would go wrong late.
   *
   * @throws Failure wrong use, where the file cannot be written
   */
  public static void check(Path file) {
    if (Files.isDirectory(file)) {
      throw Failure.usage("'" + file + "' is a folder", "Name a file, such as site.html.");
    }
    Path folder = folder(file);
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw Failure.usage(
          "'" + file + "' cannot be written: there is no writable folder " + folder, null);
    }
  }

  /**
   * Writes a page.
   *
   * @throws Failure the environment lacks something, where that fails
   */
  public static void write(Path file, String page) {
    try {
      WholeFile.replace(file, page.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Failure.environment("'" + file + "' cannot be written: " + e.getMessage(), null);
    }
  }

  private static Path folder(Path file) {
    return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("."));
  }
}
