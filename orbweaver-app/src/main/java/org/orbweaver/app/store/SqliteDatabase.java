package org.orbweaver.app.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Reasons;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

/** A file; each commit is on the disk before it returns. */
final class SqliteDatabase implements Database {
  private static final int PATIENCE_MS = 10_000;

  private final Path file;
  private final int patienceMs;

  SqliteDatabase(Path file) {
    this(file, PATIENCE_MS);
  }

  /** With another length of waiting for a process that writes. */
  SqliteDatabase(Path file, int patienceMs) {
    this.file = file;
    this.patienceMs = patienceMs;
  }

  @Override
  public DataSource source() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(patienceMs);
    config.enforceForeignKeys(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  /**
   * By SQL of its own: the driver begins the next transaction as soon as it has committed one, and
   * that can fail where the commit has not.
   */
  @Override
  public <T> T inTransaction(Jdbi jdbi, boolean isWrite, HandleCallback<T, RuntimeException> work) {
    return jdbi.withHandle(handle -> {
      handle.execute(isWrite ? "BEGIN IMMEDIATE" : "BEGIN");
      try {
        T result = work.withHandle(handle);
        handle.execute("COMMIT");
        return result;
      } catch (RuntimeException | Error e) {
        rollBack(handle, e);
        throw e;
      }
    });
  }

  /** Some errors have ended the transaction already. */
  private static void rollBack(Handle handle, Throwable why) {
    try {
      handle.execute("ROLLBACK");
    } catch (JdbiException e) {
      why.addSuppressed(e);
    }
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of("id", "TEXT");
  }

  @Override
  public boolean isCollision(SQLException e) {
    return code(e) == 5
        && e.getErrorCode() != 5; // SQLITE_BUSY_SNAPSHOT, _RECOVERY: again, at once.
  }

  @Override
  public @Nullable String meaning(SQLException e) {
    return switch (code(e)) {
      case 5, 6 -> "another process keeps it for its own writing";
      case 8 -> "it may not be written";
      case 10 -> "the disk does not answer as it should";
      case 11 -> "the file is damaged";
      case 13 -> "the disk is full";
      case 14 -> "the file cannot be opened";
      case 26 -> "the file is no SQLite database";
      default -> null;
    };
  }

  /** The primary code of SQLite's result codes, which is their lowest byte. */
  private static int code(SQLException e) {
    return e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
  }

  /** The file is made beforehand, for its owner only; SQLite gives its companions the same mode. */
  @Override
  public AutoCloseable migrating() {
    Path lock = file.resolveSibling(file.getFileName() + ".migrating");
    try {
      make();
      FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      return channel;
    } catch (IOException e) {
      throw new StoreException(file + ": " + Reasons.ofWriting(e), e);
    }
  }

  private void make() throws IOException {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      return; // As it should be every time but the first.
    } catch (UnsupportedOperationException e) {
      return; // No POSIX modes here; SQLite makes the file.
    }
  }
}
