package org.orbweaver.dataplane;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes one flat JSON object, a member a line. */
final class Json {
  private final StringBuilder out = new StringBuilder("{");

  Json text(String key, @Nullable String value) {
    return member(key, value == null ? "null" : quoted(value));
  }

  /** A number with at most three decimals; null where it is not finite. */
  Json number(String key, double value) {
    return member(key, Double.isFinite(value) ? decimal(value) : "null");
  }

  Json whole(String key, @Nullable Long value) {
    return member(key, String.valueOf(value));
  }

  private Json member(String key, String value) {
    out.append(out.length() == 1 ? "\n  " : ",\n  ").append(quoted(key)).append(": ").append(value);
    return this;
  }

  @Override
  public String toString() {
    return out + "\n}\n";
  }

  /** At most three decimals, none that are zero. */
  static String decimal(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String quoted(String value) {
    StringBuilder s = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        s.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) || c == 0x7f) {
        s.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        s.append(c);
      }
    }
    return s.append('"').toString();
  }
}
