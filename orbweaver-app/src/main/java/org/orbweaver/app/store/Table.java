package org.orbweaver.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.accounts.RefusedException;
import org.orbweaver.governance.accounts.Repository;

/** One table with an id in its first column, as a repository. */
final class Table<T> implements Repository<T> {
  /**
   * How records of a kind are kept.
   *
   * @param name of the table
   * @param what one is called in messages
   * @param columns in order, the id first
   * @param owner the column that says to what a record belongs
   * @param values of a record in the order of the columns
   * @param reader the way back
   */
  record Shape<T>(
      String name,
      String what,
      List<String> columns,
      String owner,
      Function<T, @Nullable Object[]> values,
      Reader<T> reader) {}

  /** Makes a record of a row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Handle handle;
  private final Shape<T> shape;

  Table(Handle handle, Shape<T> shape) {
    this.handle = handle;
    this.shape = shape;
  }

  private String id() {
    return shape.columns().getFirst();
  }

  @Override
  public void add(T record) {
    @Nullable Object[] values = shape.values().apply(record);
    String places = "?" + ", ?".repeat(values.length - 1);
    String sql =
        "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO NOTHING"
            .formatted(shape.name(), String.join(", ", shape.columns()), places, id());
    if (bound(handle.createUpdate(sql), values).execute() == 0) {
      throw new RefusedException("there is " + shape.what() + " " + values[0] + " already");
    }
  }

  @Override
  public void update(T record) {
    @Nullable Object[] values = shape.values().apply(record);
    String sql =
        "UPDATE %s SET %s = ? WHERE %s = ?"
            .formatted(
                shape.name(),
                String.join(" = ?, ", shape.columns().subList(1, values.length)),
                id());
    @Nullable Object[] idLast = new @Nullable Object[values.length];
    System.arraycopy(values, 1, idLast, 0, values.length - 1);
    idLast[values.length - 1] = values[0];
    if (bound(handle.createUpdate(sql), idLast).execute() == 0) {
      throw missing(String.valueOf(values[0]));
    }
  }

  @Override
  public Optional<T> find(String id) {
    return query("WHERE " + id() + " = ?", id).findOne();
  }

  @Override
  public T get(String id) {
    return find(id).orElseThrow(() -> missing(id));
  }

  private RefusedException missing(String id) {
    return RefusedException.ofInput(
        "there is no " + shape.what().replaceFirst("^an? ", "") + " " + id);
  }

  @Override
  public List<T> all() {
    return query("ORDER BY " + id()).list();
  }

  @Override
  public List<T> after(String id, int limit) {
    return query("WHERE " + id() + " > ? ORDER BY " + id() + " LIMIT ?", id, limit).list();
  }

  @Override
  public List<T> of(String owner) {
    return query("WHERE " + shape.owner() + " = ? ORDER BY " + id(), owner).list();
  }

  private org.jdbi.v3.core.result.ResultIterable<T> query(String rest, @Nullable Object... values) {
    Query query =
        handle.createQuery(
            "SELECT %s FROM %s %s"
                .formatted(String.join(", ", shape.columns()), shape.name(), rest));
    return bound(query, values).map((row, context) -> shape.reader().read(row));
  }

  /** Binds values by their places. */
  static <S extends SqlStatement<S>> S bound(S statement, @Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      statement.bind(i, values[i]);
    }
    return statement;
  }
}
