package org.orbweaver.format.elements;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.elements.Ranges.Element;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/**
 * Element sets of two or three lines. A set with a fault is reported by its line and left out.
 * Lines end with LF, CR LF or CR; blanks at their ends, empty lines and lines that begin with
 * {@code #} do not count.
 */
final class TleReader {
  private static final int LONGEST_NAME = 100;

  private final byte[] bytes;
  private final String file;
  private final Problems skipped;
  private final List<MeanElements> elements = new ArrayList<>();

  private int next;
  private int line;
  private int start;
  private int end;

  private @Nullable String name;
  private int nameLine;
  private @Nullable TleFields first;
  private int firstLine;

  private TleReader(byte[] bytes, String file, Problems skipped) {
    this.bytes = bytes;
    this.file = file;
    this.skipped = skipped;
  }

  /** The usable sets in the file's order; the others are added to {@code skipped}. */
  static List<MeanElements> read(byte[] bytes, String file, Problems skipped) {
    TleReader reader = new TleReader(bytes, file, skipped);
    while (reader.nextLine()) {
      reader.take();
    }
    reader.expectNothingPending();
    return reader.elements;
  }

  /** Whether the line is meant as line 1 or 2 of a set, perhaps a damaged one. */
  static boolean isElementLine(byte[] bytes, int start, int end, char number) {
    int length = end - start;
    if (length < 8 || bytes[start] != number || bytes[start + 1] != ' ') {
      return false;
    }
    // A name may begin like this as well, but is never so long.
    return length > 30 || (number == '1' && bytes[start + 7] == 'U');
  }

  private boolean nextLine() {
    while (next < bytes.length) {
      start = next;
      int i = start;
      while (i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r') {
        i++;
      }
      boolean crLf = i + 1 < bytes.length && bytes[i] == '\r' && bytes[i + 1] == '\n';
      next = crLf ? i + 2 : i + 1;
      line++;
      end = i;
      while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
        end--;
      }
      if (end > start && bytes[start] != '#') {
        return true;
      }
    }
    return false;
  }

  private void take() {
    if (isElementLine(bytes, start, end, '1')) {
      if (first != null) {
        skip(firstLine, 1, "line 1", "has no line 2 after it", "a line that begins with 2");
        name = null;
      }
      first = new TleFields(bytes, start);
      firstLine = line;
      lengthOfFirst = end - start;
    } else if (isElementLine(bytes, start, end, '2')) {
      if (first == null) {
        expectNothingPending();
        skip(line, 1, "line 2", "has no line 1 before it", "a line that begins with 1");
      } else {
        finish(first, new TleFields(bytes, start), end - start);
      }
      first = null;
      name = null;
    } else {
      expectNothingPending();
      name = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      nameLine = line;
    }
  }

  private int lengthOfFirst;

  private void expectNothingPending() {
    if (first != null) {
      skip(firstLine, 1, "line 1", "has no line 2 after it", "a line that begins with 2");
    } else if (name != null) {
      skip(nameLine, 1, "name", "has no element lines after it: " + Words.quote(name), "two lines");
    }
    first = null;
    name = null;
  }

  private void finish(TleFields one, TleFields two, int lengthOfSecond) {
    int at = firstLine;
    try {
      length(lengthOfFirst);
      one.checksum();
      int number = one.catalogueNumber();
      long epochNs = epochNs(one);
      double dot = one.decimal(34, 43, Element.MEAN_MOTION_DOT.key);
      double bstar = one.exponential(54, 61, Element.BSTAR.key);
      if (one.at(63) == '4') {
        throw new LineFault(63, "ephemerisType", "is 4, the theory SGP4-XP", "0, SGP4");
      }
      at = line;
      length(lengthOfSecond);
      two.checksum();
      if (two.catalogueNumber() != number) {
        throw new LineFault(
            3, "catalogueNumber", "is " + two.text(3, 7), "that of line 1, " + one.text(3, 7));
      }
      double perS = Ranges.RAD_PER_S_OF_REV_PER_DAY;
      elements.add(
          new MeanElements(
              name(number),
              number,
              one.designator(),
              epochNs,
              element(two, Element.MEAN_MOTION, 53, 63) * perS,
              dot * perS / 86400,
              two.fraction(27, 33, Element.ECCENTRICITY.key),
              Math.toRadians(element(two, Element.INCLINATION, 9, 16)),
              Math.toRadians(element(two, Element.RAAN, 18, 25)),
              Math.toRadians(element(two, Element.ARG_PERIGEE, 35, 42)),
              Math.toRadians(element(two, Element.MEAN_ANOMALY, 44, 51)),
              bstar));
    } catch (LineFault f) {
      skip(at, f.column(), f.key(), f.whatIsWrong(), f.whatWouldBeRight());
    }
  }

  private static void length(int length) throws LineFault {
    if (length != TleFields.LENGTH) {
      throw new LineFault(
          Math.min(length, TleFields.LENGTH) + 1,
          "length",
          "is " + length + " columns",
          "69 columns");
    }
  }

  private static double element(TleFields line, Element element, int from, int to)
      throws LineFault {
    return Ranges.checked(element, line.decimal(from, to, element.key), from);
  }

  /** UTC, nanoseconds since the Unix epoch; 1e-8 of a day is a whole number of them. */
  private static long epochNs(TleFields one) throws LineFault {
    int year = TleFields.century(one.digits(19, 20, "epoch"));
    int day = one.digits(21, 23, "epoch");
    int fraction = one.digits(25, 32, "epoch");
    if (one.at(24) != '.' || day < 1 || day > Year.of(year).length()) {
      throw new LineFault(
          19, "epoch", "is " + one.text(19, 32), "a year of two digits and a day of that year");
    }
    long days = LocalDate.ofYearDay(year, day).toEpochDay();
    return days * 86400 * Utc.NS_PER_S + fraction * 864_000L;
  }

  private String name(int number) throws LineFault {
    String given = name == null ? "" : name.strip();
    String bare = given.startsWith("0 ") ? given.substring(2).strip() : given;
    if (bare.length() > LONGEST_NAME) {
      throw new LineFault(1, "name", "has " + bare.length() + " characters", "at most 100");
    }
    return bare.isEmpty() ? "NORAD-" + number : bare;
  }

  private void skip(int atLine, int column, String key, String wrong, String right) {
    skipped.add(file, atLine, column, key, wrong, right);
  }
}
