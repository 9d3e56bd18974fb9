package org.orbweaver.governance.accounts;

import java.util.List;
import java.util.Optional;

/**
 * Records of one kind, by id.
 *
 * @param <T> the kind
 */
public interface Repository<T> {
  /**
   * Adds one.
   *
   * @throws RefusedException where there is one of that id already, or where what it names is not
   *     there
   */
  void add(T record);

  /**
   * Replaces the one of the same id.
   *
   * @throws RefusedException where there is none
   */
  void update(T record);

  /** The one of an id. */
  Optional<T> find(String id);

  /**
   * The one of an id.
   *
   * @throws RefusedException where there is none
   */
  T get(String id);

  /** All, ordered by id. */
  List<T> all();

  /** Up to {@code limit} whose ids come after the given one, ordered by id; empty begins. */
  List<T> after(String id, int limit);

  /** Those that belong to another record (terminals to a line, lines to an account), by id. */
  List<T> of(String owner);
}
