package org.orbweaver.app.store;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One of the two kinds of database: how to connect to it and what its errors mean. */
interface Database {
  /** Connections whose transactions see one state. */
  DataSource readers();

  /** Connections whose transactions come one after the other, or seem to. */
  DataSource writers();

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
