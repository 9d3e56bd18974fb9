package org.orbweaver.app.output;

import java.util.List;

/**
 * The shape of a result, which is a promise to programs that read it.
 *
 * @param format name and version in JSON, such as {@code orbweaver.path/1}; the number grows when a
 *     column changes its meaning or goes, not when one is added
 * @param columns in order
 */
public record Sheet(String format, List<Column> columns) {
  public Sheet {
    columns = List.copyOf(columns);
  }

  public Sheet(String format, Column... columns) {
    this(format, List.of(columns));
  }
}
