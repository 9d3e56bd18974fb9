package org.orbweaver.app.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.WholeFile;

/**
 * Fetched element sets on disk: {@code NAME.elements} as the server sent it, {@code NAME.fetched}
 * with what is remembered of it, and {@code NAME.lock}, which keeps two processes from asking for
 * one name at once. Files are replaced whole.
 */
public final class ElementCache {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Path folder;

  private ElementCache(Path folder) {
    this.folder = folder;
  }

  /** A cache in that folder, which need not be there yet. */
  public static ElementCache in(Path folder) {
    return new ElementCache(folder);
  }

  /**
   * Where the environment puts it: {@code $XDG_CACHE_HOME/orbweaver/elements}; without the variable
   * under {@code ~/.cache}, and for root under {@code /var/cache}.
   */
  public static ElementCache of(Map<String, String> environment) {
    String given = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path home =
        given.startsWith("/")
            ? Path.of(given)
            : System.getProperty("user.name", "").equals("root")
                ? Path.of("/var/cache")
                : Path.of(System.getProperty("user.home", "")).resolve(".cache");
    return new ElementCache(home.resolve("orbweaver").resolve("elements"));
  }

  public Path folder() {
    return folder;
  }

  /** The kept copy of a name, there or not. */
  Path copy(String name) {
    return folder.resolve(name + ".elements");
  }

  CacheEntry entry(String name) throws IOException {
    Path file = folder.resolve(name + ".fetched");
    if (!Files.exists(file)) {
      return CacheEntry.NONE;
    }
    Map<String, String> values = new HashMap<>();
    new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> {
          int equals = line.indexOf('=');
          if (equals > 0) {
            values.put(line.substring(0, equals), line.substring(equals + 1));
          }
        });
    return CacheEntry.parse(values);
  }

  void remember(String name, CacheEntry entry) throws IOException {
    replace(name, "fetched", entry.text().getBytes(StandardCharsets.UTF_8));
  }

  void keep(String name, byte[] content) throws IOException {
    replace(name, "elements", content);
  }

  private void replace(String name, String suffix, byte[] content) throws IOException {
    WholeFile.replace(folder.resolve(name + "." + suffix), content);
  }

  /** The right to ask for a name, until it is closed. */
  record Lock(FileChannel channel) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /**
   * Waits until no other process asks for a name.
   *
   * @throws Failure where one still does after the time given, or the folder cannot be written
   */
  Lock lock(String name, Duration longest) throws InterruptedException {
    FileChannel channel = null;
    try {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      for (long looks = longest.dividedBy(LOOK_AGAIN); ; looks--) {
        if (tryLock(channel) != null) {
          return new Lock(channel);
        }
        if (looks <= 0) {
          channel.close();
          throw Failure.environment(
              "another orbweaver is fetching " + name, "Wait until it has ended.");
        }
        Thread.sleep(LOOK_AGAIN);
      }
    } catch (IOException e) {
      throw Failure.environment(
          "the cache " + folder + " cannot be written: " + e.getMessage(),
          "Name another folder with --cache, or set XDG_CACHE_HOME.");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Another thread of this process has it.
    }
  }
}
