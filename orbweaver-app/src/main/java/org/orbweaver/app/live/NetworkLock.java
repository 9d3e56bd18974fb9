package org.orbweaver.app.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;

/**
 * Keeps one process to one network. The lock is the kernel's, on {@code lock} in the network's
 * state folder: it ends with the process, however that ends, so nothing stale can keep a network
 * from starting. The file carries the holder's pid; it stays, empty, when the network has ended,
 * since a lock file that comes and goes can be locked twice. The pid file in the runtime folder is
 * for other programs to read, and is removed.
 */
final class NetworkLock implements AutoCloseable {
  private static final String FILE = "lock";
  private static final int LONGEST_PID = 20;

  private final FileChannel channel;
  private final Path pidFile;

  private NetworkLock(FileChannel channel, Path pidFile) {
    this.channel = channel;
    this.pidFile = pidFile;
  }

  /**
   * Takes the lock of a network and writes the pid file.
   *
   * @throws Failure where another process has the lock, naming its pid, or where a file cannot be
   *     written
   */
  static NetworkLock take(Places places, String network) {
    places.prepare(network);
    Path file = places.stateOf(network).resolve(FILE);
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        Long pid = read(channel);
        channel.close();
        throw runningAlready(network, pid);
      }
      byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid), 0);
      Path pidFile = places.pidFileOf(network);
      Path fresh = pidFile.resolveSibling(pidFile.getFileName() + ".new");
      Files.write(fresh, pid);
      Files.move(fresh, pidFile, StandardCopyOption.ATOMIC_MOVE);
      return new NetworkLock(channel, pidFile);
    } catch (IOException e) {
      closeQuietly(channel);
      throw Failure.environment(
          "the network " + network + " cannot be locked: " + file + ": " + Places.reason(e),
          "Set XDG_STATE_HOME and XDG_RUNTIME_DIR to folders that you may write.");
    }
  }

  private static Failure runningAlready(String network, @Nullable Long pid) {
    return Failure.environment(
        "the network " + network + " is already running" + (pid == null ? "" : ", pid " + pid),
        "Stop it with: orbweaver down " + network);
  }

  /** The pid of the process that runs a network, or null where none does. */
  static @Nullable Long holder(Places places, String network) {
    Path file = places.stateOf(network).resolve(FILE);
    if (!Files.exists(file)) {
      return null;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.tryLock() == null ? read(channel) : null;
    } catch (IOException e) {
      throw Failure.environment(
          "cannot tell whether the network " + network + " runs: " + Places.reason(e),
          "Ask as the user who started it.");
    }
  }

  private static @Nullable Long read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
    channel.read(bytes, 0);
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).trim();
    return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  /** Removes the pid file and gives the lock back. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(pidFile);
      channel.truncate(0);
    } catch (IOException e) {
      // What stays behind is harmless: the next start overwrites it.
    } finally {
      closeQuietly(channel);
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The kernel takes the lock back in any case.
    }
  }
}
