package org.orbweaver.app.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that several machines share. */
final class PostgresDatabase implements Database {
  private static final int PATIENCE_S = 10;

  private final DataSource source;
  private final String name;

  private PostgresDatabase(DataSource source, String name) {
    this.source = source;
    this.name = name;
  }

  /**
   * Reads {@code postgresql://USER:PASSWORD@HOST:PORT/NAME?OPTION=VALUE}, all but the host and name
   * optional. A password may also stand in the file that PGPASSFILE names.
   *
   * @throws IllegalArgumentException where it is none; the message does not repeat it, since it may
   *     hold a password
   */
  static PostgresDatabase at(String url) {
    try {
      URI uri = new URI(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
      String path = uri.getPath();
      if (uri.getHost() == null || path == null || path.length() < 2) {
        throw new IllegalArgumentException("the URL of a database names a host and a database");
      }
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setServerNames(new String[] {uri.getHost()});
      source.setPortNumbers(new int[] {uri.getPort() < 0 ? 5432 : uri.getPort()});
      source.setDatabaseName(path.substring(1));
      user(source, uri.getRawUserInfo());
      options(source, uri.getRawQuery());
      source.setApplicationName("orbweaver");
      source.setConnectTimeout(PATIENCE_S);
      return new PostgresDatabase(source, "PostgreSQL at " + uri.getHost() + path);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the URL of the database is written wrong", e);
    } catch (SQLException e) {
      throw new IllegalArgumentException("the URL of the database has a wrong option", e);
    }
  }

  private static void user(PGSimpleDataSource source, @Nullable String info) {
    if (info != null) {
      String[] parts = info.split(":", 2);
      source.setUser(decoded(parts[0]));
      if (parts.length == 2) {
        source.setPassword(decoded(parts[1]));
      }
    }
  }

  private static void options(PGSimpleDataSource source, @Nullable String query)
      throws SQLException {
    for (String option : query == null ? new String[0] : query.split("&")) {
      String[] parts = option.split("=", 2);
      PGProperty property = PGProperty.forName(decoded(parts[0]));
      if (property == null || parts.length < 2) {
        throw new IllegalArgumentException("the driver has no option '" + parts[0] + "'");
      }
      source.setProperty(property, decoded(parts[1]));
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public DataSource source() {
    return source;
  }

  @Override
  public <T> T inTransaction(Jdbi jdbi, boolean isWrite, HandleCallback<T, RuntimeException> work) {
    return jdbi.inTransaction(
        isWrite
            ? TransactionIsolationLevel.SERIALIZABLE
            : TransactionIsolationLevel.REPEATABLE_READ,
        work);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of("id", "TEXT COLLATE \"C\"");
  }

  @Override
  public boolean isCollision(SQLException e) {
    return "40001".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
  }

  /** By the classes of SQLSTATE (PostgreSQL documentation, appendix A). */
  @Override
  public @Nullable String meaning(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return switch (state.substring(0, 2)) {
      case "08" -> "the server cannot be reached or has gone away";
      case "28" -> "the server does not let this user in";
      case "3D" -> "the server has no database of that name";
      case "40" -> "too many others are writing the same";
      case "42" -> state.equals("42501") ? "this user may not do that there" : null;
      case "53" -> state.equals("53100") ? "the server's disk is full" : "the server is too busy";
      case "57" -> "the server is going down or coming up";
      case "25" -> "the server takes no changes";
      default -> null;
    };
  }

  /** Flyway takes a lock of the server. */
  @Override
  public AutoCloseable migrating() {
    return () -> {};
  }
}
