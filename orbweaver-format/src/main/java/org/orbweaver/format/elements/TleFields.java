package org.orbweaver.format.elements;

import java.nio.charset.StandardCharsets;
import org.orbweaver.format.problem.Words;

/**
 * The fields of one element line, by the columns of the format (Hoots and Roehrich 1980, appendix;
 * Kelso, "NORAD Two-Line Element Set Format"). Columns count from 1, as there.
 */
final class TleFields {
  /** Powers of ten that a double holds exactly, so that one division rounds correctly. */
  private static final double[] TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16
  };

  static final int LENGTH = 69;

  private final byte[] bytes;
  private final int start;

  /** A line of {@code bytes} that begins at {@code start}. */
  TleFields(byte[] bytes, int start) {
    this.bytes = bytes;
    this.start = start;
  }

  int at(int column) {
    return bytes[start + column - 1];
  }

  /** Checks the last column: digits of the others, a minus sign counting 1, modulo 10. */
  void checksum() throws LineFault {
    int sum = 0;
    for (int column = 1; column < LENGTH; column++) {
      int c = at(column);
      sum += c >= '0' && c <= '9' ? c - '0' : c == '-' ? 1 : 0;
    }
    int expected = sum % 10;
    if (at(LENGTH) != '0' + expected) {
      throw new LineFault(
          LENGTH, "checksum", "is " + text(LENGTH, LENGTH), expected + " by the other columns");
    }
  }

  /** A catalogue number of five places, {@link Alpha5} included. */
  int catalogueNumber() throws LineFault {
    int number = 0;
    int c = at(3);
    int first = 3;
    if (Alpha5.isLetter(c)) {
      number = Alpha5.leading(c);
      first = 4;
    }
    boolean blank = first == 3;
    for (int column = first; column <= 7; column++) {
      c = at(column);
      if (c == ' ' && blank) {
        continue;
      }
      if (c < '0' || c > '9') {
        throw new LineFault(
            3, "catalogueNumber", "is " + text(3, 7), "five digits, or a letter and four digits");
      }
      blank = false;
      number = 10 * number + c - '0';
    }
    return number;
  }

  /** International designator as {@code 1998-067A}, or nothing. */
  String designator() {
    String written = raw(10, 17).strip();
    boolean launch = written.length() > 2;
    for (int i = 0; i < 2 && launch; i++) {
      launch = Character.digit(written.charAt(i), 10) >= 0;
    }
    if (!launch) {
      return written;
    }
    return century(Integer.parseInt(written.substring(0, 2))) + "-" + written.substring(2);
  }

  /** Year of a two-digit one: 1957 to 2056. */
  static int century(int twoDigits) {
    return twoDigits < 57 ? 2000 + twoDigits : 1900 + twoDigits;
  }

  /** A decimal number with an optional sign and point, blanks before and after it. */
  double decimal(int from, int to, String key) throws LineFault {
    int i = from;
    int end = to;
    while (i <= end && at(i) == ' ') {
      i++;
    }
    while (end >= i && at(end) == ' ') {
      end--;
    }
    boolean negative = i <= end && at(i) == '-';
    if (i <= end && (at(i) == '-' || at(i) == '+')) {
      i++;
    }
    long mantissa = 0;
    int digits = 0;
    int decimals = -1;
    for (; i <= end; i++) {
      int c = at(i);
      if (c == '.' && decimals < 0) {
        decimals = 0;
      } else if (c >= '0' && c <= '9') {
        mantissa = 10 * mantissa + c - '0';
        digits++;
        decimals += decimals < 0 ? 0 : 1;
      } else {
        digits = 0;
        break;
      }
    }
    if (digits == 0) {
      throw new LineFault(from, key, "is " + text(from, to), "a number");
    }
    double value = mantissa / TEN[Math.max(0, decimals)];
    return negative ? -value : value;
  }

  /** Digits after an unwritten decimal point. */
  double fraction(int from, int to, String key) throws LineFault {
    return digits(from, to, key) / TEN[to - from + 1];
  }

  /** A whole number; blanks before it count as zeros. */
  int digits(int from, int to, String key) throws LineFault {
    int value = 0;
    boolean blank = true;
    for (int column = from; column <= to; column++) {
      int c = at(column);
      if (c == ' ' && blank && column < to) {
        continue;
      }
      if (c < '0' || c > '9') {
        throw new LineFault(from, key, "is " + text(from, to), "digits");
      }
      blank = false;
      value = 10 * value + c - '0';
    }
    return value;
  }

  /** Eight columns of sign, five digits after an unwritten decimal point, and a power of ten. */
  double exponential(int from, int to, String key) throws LineFault {
    int sign = at(from);
    int powerSign = at(to - 1);
    int power = at(to) - '0';
    boolean signs =
        (sign == ' ' || sign == '+' || sign == '-')
            && (powerSign == '+' || powerSign == '-' || powerSign == ' ');
    if (!signs || power < 0 || power > 9) {
      throw new LineFault(
          from, key, "is " + text(from, to), "a sign, five digits, a sign and a digit");
    }
    double mantissa = digits(from + 1, to - 2, key);
    double value =
        powerSign == '-'
            ? mantissa / TEN[5 + power]
            : power > 5 ? mantissa * TEN[power - 5] : mantissa / TEN[5 - power];
    return sign == '-' ? -value : value;
  }

  String text(int from, int to) {
    return Words.quote(raw(from, to));
  }

  private String raw(int from, int to) {
    return new String(bytes, start + from - 1, to - from + 1, StandardCharsets.ISO_8859_1);
  }
}
