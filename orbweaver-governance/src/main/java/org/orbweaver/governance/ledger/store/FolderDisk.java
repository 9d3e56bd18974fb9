package org.orbweaver.governance.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.LedgerFolder;

/**
 * A folder of which this process is the only writer. The lock is the kernel's, on {@code .lock}: it
 * ends with the process, however that ends.
 */
public final class FolderDisk implements Disk {
  private static final String LOCK = ".lock";

  private final Path folder;
  private final LedgerFolder files;
  private final FileChannel lock;

  private FolderDisk(Path folder, FileChannel lock) {
    this.folder = folder;
    this.files = new LedgerFolder(folder);
    this.lock = lock;
  }

  /**
   * Takes a folder, which is made where it is missing.
   *
   * @throws InUseException where another process, or another part of this one, has it
   * @throws IOException where it cannot be written
   */
  public static FolderDisk take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      FileLock lock = channel.tryLock();
      taken = lock != null;
    } catch (OverlappingFileLockException e) {
      // This process has it already.
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    if (!taken) {
      throw new InUseException(folder + " is being written by another process");
    }
    return new FolderDisk(folder, channel);
  }

  /** Somebody else is the writer. */
  public static final class InUseException extends IOException {
    private static final long serialVersionUID = 1L;

    InUseException(String message) {
      super(message);
    }
  }

  @Override
  public byte @Nullable [] read(String path) throws IOException {
    return files.read(path);
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    try {
      put(file, content);
    } catch (NoSuchFileException e) {
      Files.createDirectories(file.getParent());
      put(file, content);
    }
  }

  private static void put(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }

  @Override
  public void sync(String path) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(path), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  @Override
  public void syncFolder(String path) throws IOException {
    // Linux and macOS let a folder be opened for reading and synced; Windows does neither.
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder.resolve(path), StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(
        folder.resolve(from),
        folder.resolve(to),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(String path) throws IOException {
    try {
      Files.deleteIfExists(folder.resolve(path));
    } catch (DirectoryNotEmptyException e) {
      // Somebody put a file of their own there; it stays.
    }
  }

  @Override
  public List<String> list(String path) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.resolve(path))) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
    return names;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
