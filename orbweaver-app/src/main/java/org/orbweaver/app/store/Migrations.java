package org.orbweaver.app.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/** Brings a database to the form that this program knows. */
final class Migrations {
  /** The last of the migrations, which lie beside this class as {@code V<n>__<what>.sql}. */
  static final int LAST = 2;

  private static final String TABLE = "flyway_schema_history";

  private Migrations() {}

  /**
   * Runs what is missing, each migration in a transaction of its own. Asking Flyway takes longer
   * than all the rest of a command, so it is asked only where something is missing.
   */
  static void run(Database database) {
    try (AutoCloseable lock = database.migrating()) {
      int version = version(database);
      if (version > LAST) {
        throw newer(database, null);
      }
      if (version < LAST) {
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(database.source())
            .locations("classpath:org/orbweaver/app/store")
            .placeholders(database.placeholders())
            .table(TABLE)
            .loggers("slf4j")
            .load()
            .migrate();
      }
    } catch (FlywayValidateException e) {
      throw newer(database, e);
    } catch (FlywayException e) {
      throw SqlStore.failure(database, e);
    } catch (StoreException e) {
      throw e;
    } catch (Exception e) {
      throw SqlStore.failure(database, e);
    }
  }

  private static StoreException newer(Database database, @Nullable Exception e) {
    return new StoreException(
        database.name() + " was made by a newer Orbweaver, or changed by hand", e);
  }

  /** The last migration that was run; 0 where none was. */
  static int version(Database database) throws SQLException {
    try (Connection connection = database.source().getConnection();
        ResultSet tables = connection.getMetaData().getTables(null, null, TABLE, null)) {
      if (!tables.next()) {
        return 0;
      }
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT MAX(CAST(version AS INTEGER)) FROM " + TABLE + " WHERE success")) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }
}
