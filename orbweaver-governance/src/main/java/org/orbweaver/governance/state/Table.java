package org.orbweaver.governance.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A map of immutable values that can be tried out: a fork sees what its parent has, keeps what is
 * put to itself, and hands it to the parent when that is wanted.
 */
final class Table<K, V> {
  private final @Nullable Table<K, V> parent;
  private final Map<K, V> own = new LinkedHashMap<>();

  private Table(@Nullable Table<K, V> parent) {
    this.parent = parent;
  }

  Table() {
    this(null);
  }

  Table<K, V> fork() {
    return new Table<>(this);
  }

  /** One of its own with what there is now. */
  Table<K, V> copy() {
    Table<K, V> copy = new Table<>();
    collect(copy.own);
    return copy;
  }

  @Nullable V get(K key) {
    V value = own.get(key);
    return value != null || parent == null ? value : parent.get(key);
  }

  void put(K key, V value) {
    own.put(key, value);
  }

  /** Puts what this fork has into its parent. */
  void join() {
    Objects.requireNonNull(parent).own.putAll(own);
  }

  /** All values, those that were put first first. */
  Stream<V> values() {
    if (parent == null) {
      return own.values().stream();
    }
    Map<K, V> all = new LinkedHashMap<>();
    collect(all);
    return all.values().stream();
  }

  /** All of a table that is no fork, those that were put first first. */
  void forEach(BiConsumer<? super K, ? super V> each) {
    own.forEach(each);
  }

  private void collect(Map<K, V> into) {
    if (parent != null) {
      parent.collect(into);
    }
    into.putAll(own);
  }
}
