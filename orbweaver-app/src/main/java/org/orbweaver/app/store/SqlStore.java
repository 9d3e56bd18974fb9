package org.orbweaver.app.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.accounts.AccountsStore;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.RefusedException;

/** Accounts in a database. */
public final class SqlStore implements AccountsStore, AutoCloseable {
  private static final int ATTEMPTS = 20;

  private final Database database;
  private final Jdbi jdbi;

  /** Held open, so that the file is not tidied up after each transaction. */
  private final Connection open;

  private SqlStore(Database database, Connection open) {
    this.database = database;
    this.jdbi = Jdbi.create(database.source());
    this.open = open;
  }

  /**
   * Opens a store, made or brought up to date where it must be.
   *
   * @throws StoreException where it cannot be opened, or a newer program made it
   */
  public static SqlStore inFile(Path file) {
    return open(new SqliteDatabase(file));
  }

  /**
   * Opens a store on a server.
   *
   * @param url {@code postgresql://USER:PASSWORD@HOST:PORT/NAME}
   * @throws IllegalArgumentException where that is no such URL
   * @throws StoreException where it cannot be opened, or a newer program made it
   */
  public static SqlStore atUrl(String url) {
    return open(PostgresDatabase.at(url));
  }

  /** Opens a store in any database. */
  static SqlStore open(Database database) {
    Migrations.run(database);
    try {
      return new SqlStore(database, database.source().getConnection());
    } catch (SQLException e) {
      throw failure(database, e);
    }
  }

  @Override
  public <T> T read(Function<Records, T> work) {
    return run(false, work);
  }

  @Override
  public <T> T write(Function<Records, T> work) {
    return run(true, work);
  }

  private <T> T run(boolean isWrite, Function<Records, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return database.inTransaction(jdbi, isWrite, handle -> work.apply(new SqlRecords(handle)));
      } catch (JdbiException e) {
        SQLException cause = sqlCause(e);
        if (cause == null || attempt == ATTEMPTS || !database.isCollision(cause)) {
          throw failure(database, e);
        }
      }
    }
  }

  /** A connection past everything that this class does. */
  Connection connection() throws SQLException {
    return database.source().getConnection();
  }

  /** The last migration that was run. */
  int version() {
    try {
      return Migrations.version(database);
    } catch (SQLException e) {
      throw failure(database, e);
    }
  }

  /** Closes it; what was written stays. */
  @Override
  public void close() {
    try {
      open.close();
    } catch (SQLException e) {
      return; // All that was acknowledged is on the disk already.
    }
  }

  /** What went wrong, in a message for people. */
  static RuntimeException failure(Database database, Throwable e) {
    SQLException cause = sqlCause(e);
    if (cause == null) {
      return new StoreException(database.name() + ": " + e.getMessage(), e);
    }
    if (isBrokenReference(cause)) {
      return RefusedException.ofInput(
          "it names something that is not there, or that others still use");
    }
    if (isTwice(cause)) {
      return RefusedException.ofInput("a serial number or id is taken already");
    }
    String meaning = database.meaning(cause);
    return new StoreException(
        database.name() + ": " + (meaning == null ? cause.getMessage() : meaning), e);
  }

  private static boolean isBrokenReference(SQLException e) {
    return "23503".equals(e.getSQLState())
        || String.valueOf(e.getMessage()).contains("FOREIGN KEY constraint failed");
  }

  private static boolean isTwice(SQLException e) {
    return "23505".equals(e.getSQLState())
        || String.valueOf(e.getMessage()).contains("UNIQUE constraint failed");
  }

  private static @Nullable SQLException sqlCause(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
