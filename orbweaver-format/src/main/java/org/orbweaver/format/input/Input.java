package org.orbweaver.format.input;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.problem.Problems;

/** Reads whole files, within limits; what cannot be read is a problem of the file's first line. */
public final class Input {
  private static final int MIB = 1 << 20;

  private Input() {}

  /**
   * The bytes of a regular file, or null where it cannot be read, which is then reported.
   *
   * @param shownAs the name of the file in messages
   * @param limit most bytes that are accepted
   */
  public static byte @Nullable [] read(Path file, String shownAs, int limit, Problems problems) {
    try {
      if (!Files.exists(file)) {
        boolean dangling = Files.isSymbolicLink(file);
        return refuse(
            problems,
            shownAs,
            dangling ? "is a link to nothing" : "does not exist",
            "the path of a file that does");
      }
      if (Files.isDirectory(file)) {
        return refuse(problems, shownAs, "is a directory", "a file");
      }
      if (!Files.isRegularFile(file)) {
        return refuse(problems, shownAs, "is not a regular file", "a file on disk");
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(limit);
        if (bytes.length == limit && in.read() >= 0) {
          return refuse(
              problems,
              shownAs,
              "has more than " + size(limit),
              "at most " + size(limit) + ", divided over several files where needed");
        }
        return bytes;
      }
    } catch (IOException | SecurityException e) {
      return refuse(
          problems,
          shownAs,
          Files.isReadable(file) ? "cannot be read: " + e.getMessage() : "may not be read",
          "a file that this user may read");
    }
  }

  /** Whether the bytes begin as a gzip file does (RFC 1952, section 2.3.1). */
  public static boolean isGzip(byte[] bytes) {
    return bytes.length >= 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  /** The bytes that a gzip file holds, or null where it is damaged or holds more than the limit. */
  public static byte @Nullable [] gunzip(
      byte[] bytes, String shownAs, int limit, Problems problems) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
      byte[] unpacked = in.readNBytes(limit);
      if (unpacked.length == limit && in.read() >= 0) {
        return refuse(
            problems,
            shownAs,
            "unpacks to more than " + size(limit),
            "an archive of at most " + size(limit));
      }
      return unpacked;
    } catch (EOFException e) {
      return refuse(problems, shownAs, "is a gzip file cut short", "a whole one");
    } catch (ZipException e) {
      return refuse(problems, shownAs, "is a damaged gzip file", "a whole one");
    } catch (IOException e) {
      return refuse(problems, shownAs, "cannot be unpacked: " + e.getMessage(), "a gzip file");
    }
  }

  /** How a path is shown in messages: as the user wrote it, without needless {@code .} parts. */
  public static String shown(Path path) {
    String shown = path.normalize().toString();
    return shown.isEmpty() ? path.toString() : shown;
  }

  /** Whether two paths lead to the same file. */
  public static boolean same(Path a, Path b) {
    return real(a).equals(real(b));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath(new LinkOption[0]);
    } catch (IOException | SecurityException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static byte @Nullable [] refuse(
      Problems problems, String shownAs, String whatIsWrong, String whatWouldBeRight) {
    problems.add(shownAs, 1, 1, "file", whatIsWrong, whatWouldBeRight);
    return null;
  }

  private static String size(int bytes) {
    return bytes % MIB == 0 ? bytes / MIB + " MiB" : bytes + " bytes";
  }
}
