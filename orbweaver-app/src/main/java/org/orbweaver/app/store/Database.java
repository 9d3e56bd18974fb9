package org.orbweaver.app.store;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** One of the two kinds of database: how to connect to it and what its errors mean. */
interface Database {
  /** New connections. */
  DataSource source();

  /**
   * Runs work in a transaction of its own.
   *
   * @param isWrite whether it comes after or before every other one that writes, or seems to; else
   *     it sees one state and changes nothing
   */
  <T> T inTransaction(Jdbi jdbi, boolean isWrite, HandleCallback<T, RuntimeException> work);

  /** For people, without a password. */
  String name();

  /** What stands for the placeholders of the migrations. */
  Map<String, String> placeholders();

  /** Whether a transaction failed only because of another one and can be tried again. */
  boolean isCollision(SQLException e);

  /** What an error means, for people, or null where it is not one of the known. */
  @Nullable String meaning(SQLException e);

  /** Keeps other processes from migrating at the same time; to be closed. */
  AutoCloseable migrating();
}
