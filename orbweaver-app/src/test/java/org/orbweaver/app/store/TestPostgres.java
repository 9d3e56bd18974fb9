package org.orbweaver.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of this run of tests: started when the first asks, stopped with the machine. */
public final class TestPostgres {
  private static final AtomicInteger MADE = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;
  private static @Nullable String reason;

  private TestPostgres() {}

  private static synchronized EmbeddedPostgres server() {
    if (server == null && reason == null) {
      try {
        // Nothing here outlives the run, so nothing need reach the disk.
        server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "50")
                .start();
      } catch (IOException | RuntimeException e) {
        reason = "no PostgreSQL starts here: " + e.getMessage();
      }
    }
    if (server == null) {
      // On a build server that is a fault, elsewhere it may be a machine without binaries for it.
      assertThat(System.getenv("CI")).as(String.valueOf(reason)).isNull();
      return abort(String.valueOf(reason));
    }
    return server;
  }

  /** The URL of a new, empty database. */
  public static String newDatabase() {
    EmbeddedPostgres running = server();
    String name = "orbweaver_" + MADE.incrementAndGet();
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "postgresql://postgres:postgres@127.0.0.1:" + running.getPort() + "/" + name;
  }
}
