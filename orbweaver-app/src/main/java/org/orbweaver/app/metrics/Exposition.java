package org.orbweaver.app.metrics;

import java.util.Locale;

/**
 * Text of metrics, family after family. Sources: Prometheus text format 0.0.4; OpenMetrics 1.0
 * (section "Text format"), which names families of counters without {@code _total} and ends with a
 * line of its own.
 */
final class Exposition {
  /** What the samples of a family are. */
  enum Type {
    COUNTER,
    GAUGE,
    SUMMARY
  }

  private final StringBuilder text = new StringBuilder();
  private final boolean isOpenMetrics;

  Exposition(boolean isOpenMetrics) {
    this.isOpenMetrics = isOpenMetrics;
  }

  /**
   * Begins a family.
   *
   * @param name of a counter with {@code _total}
   */
  Exposition family(String name, Type type, String help) {
    String suffix = "_total";
    String family =
        isOpenMetrics && type == Type.COUNTER && name.endsWith(suffix)
            ? name.substring(0, name.length() - suffix.length())
            : name;
    text.append("# HELP ").append(family).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(family).append(' ').append(type.name().toLowerCase(Locale.ROOT));
    text.append('\n');
    return this;
  }

  /**
   * A sample of the family begun last.
   *
   * @param labels names and values in turn
   */
  Exposition sample(String name, double value, String... labels) {
    text.append(name);
    for (int i = 0; i < labels.length; i += 2) {
      text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
      text.append(escaped(labels[i + 1])).append('"');
    }
    text.append(labels.length > 0 ? "} " : " ").append(number(value)).append('\n');
    return this;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** All of it. */
  String end() {
    return isOpenMetrics ? text + "# EOF\n" : text.toString();
  }
}
