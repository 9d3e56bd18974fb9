package org.orbweaver.format.shape;

import org.jspecify.annotations.Nullable;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.shape.KeyShape.Kind;

/** Written values to the values of a key, and their checks: the same for YAML and tables. */
public final class Scalars {
  /** Longest text of any value; longer ones are mistakes, and slow to match patterns against. */
  public static final int LONGEST_TEXT = 2000;

  private Scalars() {}

  /**
   * The value that a text means to a key, or null where it means none. The text of a number is
   * decimal, as in JSON, but may have leading zeros and a plus sign.
   */
  public static @Nullable Object parse(KeyShape key, String text) {
    return switch (key.kind()) {
      case TEXT -> text;
      case FLAG -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
      case CHOICE -> key.choice(text);
      case NUMBER -> number(text);
      case INTEGER -> integer(text);
      case RECORD, TEXTS, RECORDS -> null;
    };
  }

  /** What is wrong with a value that has the right kind, or null where nothing is. */
  public static @Nullable String fault(KeyShape key, Object value) {
    if (value instanceof Number number) {
      double v = number.doubleValue();
      boolean tooLow = key.key().aboveMin() ? v <= key.key().min() : v < key.key().min();
      return tooLow || v > key.key().max() ? "is " + Words.number(v) : null;
    }
    if (value instanceof String text && key.kind() == Kind.TEXT) {
      if (text.isEmpty() && !key.allowsEmpty()) {
        return "is empty";
      }
      int characters = text.codePointCount(0, text.length());
      if (characters > LONGEST_TEXT) {
        return "has " + characters + " characters, more than " + LONGEST_TEXT;
      }
      return key.pattern() != null && !key.pattern().matcher(text).matches()
          ? "is " + Words.quote(text)
          : null;
    }
    return null;
  }

  /** A finite decimal number, or null. */
  public static @Nullable Double number(String text) {
    if (!isDecimal(text)) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? value : null;
  }

  /** A number without a fraction that fits an int, or null; 12.0 and 1e3 are such. */
  public static @Nullable Integer integer(String text) {
    Double value = number(text);
    return value == null || value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE
        ? null
        : (Integer) value.intValue();
  }

  private static boolean isDecimal(String text) {
    int length = text.length();
    int i = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int whole = digits(text, i);
    i += whole;
    int fraction = 0;
    if (i < length && text.charAt(i) == '.') {
      fraction = digits(text, i + 1);
      i += 1 + fraction;
    }
    if (whole + fraction == 0 || length > 100) {
      return false;
    }
    if (i < length && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i++;
      if (i < length && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
        i++;
      }
      int exponent = digits(text, i);
      if (exponent == 0) {
        return false;
      }
      i += exponent;
    }
    return i == length;
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i - from;
  }
}
