package org.orbweaver.app.preview;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Files by path, as a folder or as a zip that is the same bytes each time. */
public final class WholeFolder {
  /** A bundle is text; more than this is none. */
  private static final long MOST_BYTES = 256L << 20;

  private static final int MOST_FILES = 100_000;

  private WholeFolder() {}

  /** Whether a path is a zip's by its name. */
  public static boolean isZip(Path path) {
    return path.toString().endsWith(".zip");
  }

  /** Writes files into a folder that is there. */
  public static void write(Path folder, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.write(path, file.getValue());
    }
  }

  /** Writes a zip. */
  public static void zip(Path file, Map<String, byte[]> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : new TreeMap<>(files).entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
  }

  /**
   * Reads all files of a folder or a zip.
   *
   * @throws IOException where that cannot be, or it is larger than a bundle
   */
  public static Map<String, byte[]> read(Path place) throws IOException {
    return Files.isDirectory(place) ? folder(place) : unzipped(place);
  }

  private static Map<String, byte[]> folder(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    long bytes = 0;
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        bytes += Files.size(path);
        require(bytes, files.size());
        files.put(
            folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/"),
            Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static Map<String, byte[]> unzipped(Path file) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    long bytes = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        byte[] content = zip.getInputStream(entry).readNBytes((int) MOST_BYTES + 1);
        bytes += content.length;
        require(bytes, files.size());
        files.put(entry.getName(), content);
      }
    }
    return files;
  }

  private static void require(long bytes, int files) throws IOException {
    if (bytes > MOST_BYTES || files > MOST_FILES) {
      throw new IOException("it is larger than a bundle can be");
    }
  }
}
