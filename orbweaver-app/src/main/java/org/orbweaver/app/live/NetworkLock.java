package org.orbweaver.app.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.app.WholeFile;

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
  private static final int LOOKS = 200;
  private static final long LOOK_NS = 10_000_000;

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
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        OptionalLong holder = lockOrHolder(channel);
        if (holder.isPresent()) {
          throw Failure.environment(
              "the network " + network + " is already running, pid " + holder.getAsLong(),
              "Stop it with: orbweaver down " + network);
        }
        return new NetworkLock(channel, writePid(channel, places.pidFileOf(network)));
      } catch (IOException | RuntimeException e) {
        closeQuietly(channel);
        throw e;
      }
    } catch (IOException e) {
      throw Failure.environment(
          "the network " + network + " cannot be locked: " + file + ": " + Reasons.of(e),
          "Set XDG_STATE_HOME and XDG_RUNTIME_DIR to folders that you may write.");
    }
  }

  private static Path writePid(FileChannel channel, Path pidFile) throws IOException {
    byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid), 0);
    WholeFile.replace(pidFile, pid);
    return pidFile;
  }

  /** The pid of the process that runs a network; empty where none does. */
  static OptionalLong holder(Places places, String network) {
    Path file = places.stateOf(network).resolve(FILE);
    if (!Files.exists(file)) {
      return OptionalLong.empty();
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return lockOrHolder(channel);
    } catch (IOException e) {
      throw Failure.environment(
          "cannot tell whether the network " + network + " runs: " + Reasons.of(e),
          "Ask as the user who started it.");
    }
  }

  /**
   * Takes the lock, or says who has it. A holder without a pid is one that is just beginning or
   * just ending; that is over in a moment.
   */
  private static OptionalLong lockOrHolder(FileChannel channel) throws IOException {
    for (int look = 1; channel.tryLock() == null; look++) {
      ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
      channel.read(bytes, 0);
      String text =
          new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
      if (text.matches("\\d{1,18}")) {
        return OptionalLong.of(Long.parseLong(text));
      }
      if (look == LOOKS) {
        throw new IOException("another process has it and does not say which");
      }
      LockSupport.parkNanos(LOOK_NS);
    }
    return OptionalLong.empty();
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

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The kernel takes the lock back in any case.
    }
  }
}
