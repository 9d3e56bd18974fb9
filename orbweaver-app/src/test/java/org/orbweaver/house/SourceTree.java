package org.orbweaver.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files that make up the project, without what is built or fetched. */
final class SourceTree {
  static final Path ROOT = root();

  private static final Set<String> SKIPPED =
      Set.of("target", ".git", ".idea", ".vscode", ".jazzer-corpus", ".cifuzz-corpus");

  private static final Set<String> DATA = Set.of("csv", "gz", "tle", "png", "jar", "svg", "bin");

  private SourceTree() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("orbweaver"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not inside the project's folder");
      }
    }
    return folder;
  }

  /** Text that people write: no tables of data, no pictures, no ledgers. */
  static List<Path> texts() {
    return files().stream()
        .filter(file -> !DATA.contains(extension(file)) && !name(file).contains("/ledger/tile/"))
        .toList();
  }

  static List<Path> files() {
    try (Stream<Path> paths = Files.walk(ROOT)) {
      return paths.filter(Files::isRegularFile).filter(SourceTree::isOurs).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Path file) {
    for (Path part : ROOT.relativize(file)) {
      if (SKIPPED.contains(part.toString()) || part.toString().endsWith(".iml")) {
        return false;
      }
    }
    // What tests read may be wrong on purpose.
    return !name(file).contains("/src/test/resources/");
  }

  static List<Path> withExtension(String extension) {
    return files().stream().filter(file -> extension(file).equals(extension)).toList();
  }

  static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is not UTF-8 text", e);
    }
  }

  static String name(Path file) {
    return ROOT.relativize(file).toString();
  }
}
