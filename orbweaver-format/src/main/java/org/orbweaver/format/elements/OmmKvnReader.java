package org.orbweaver.format.elements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/**
 * OMM in lines of {@code KEY = VALUE [unit]} (CCSDS 502.0-B-3, section 7), any number of messages
 * one after another. A message begins with its version, and where versions are left out, with the
 * name of its object.
 */
final class OmmKvnReader {
  private static final String VERSION = "CCSDS_OMM_VERS";

  private final String file;
  private final Problems skipped;
  private final OmmRecord record = new OmmRecord();
  private final int[] lineOf = new int[OmmField.count()];
  private final int[] columnOf = new int[OmmField.count()];
  private final List<MeanElements> elements = new ArrayList<>();

  private int line;
  private int firstLine;
  private boolean faulty;
  private boolean foreign;

  private OmmKvnReader(String file, Problems skipped) {
    this.file = file;
    this.skipped = skipped;
  }

  /** The usable messages in the file's order; the others are added to {@code skipped}. */
  static List<MeanElements> read(String text, String file, Problems skipped) {
    OmmKvnReader reader = new OmmKvnReader(file, skipped);
    text.lines().forEach(reader::take);
    reader.end();
    return reader.elements;
  }

  private void take(String text) {
    line++;
    String bare = text.strip();
    if (bare.isEmpty() || bare.equals("COMMENT") || bare.startsWith("COMMENT ")) {
      return;
    }
    int equals = text.indexOf('=');
    String key = equals < 0 ? "" : text.substring(0, equals).strip();
    if (isOtherMessage(key)) {
      begin();
      foreign = true;
      fault(column(text, 0), key, "begins another kind of message", VERSION);
    } else if (key.equals(VERSION) || startsUnversioned(key)) {
      begin();
    }
    if (foreign) {
      return;
    }
    firstLine = firstLine == 0 ? line : firstLine;
    OmmField field = OmmField.of(key);
    if (key.isEmpty()) {
      fault(column(text, 0), "line", "is " + Words.quote(bare), "KEY = VALUE");
    } else if (field != null) {
      set(field, text, equals + 1);
    }
  }

  private void set(OmmField field, String text, int from) {
    String value = text.substring(from).strip();
    String unit = null;
    int bracket = value.endsWith("]") ? value.lastIndexOf('[') : -1;
    if (bracket >= 0 && field.element != null) {
      unit = value.substring(bracket + 1, value.length() - 1).strip();
      value = value.substring(0, bracket).strip();
    }
    int column = column(text, from);
    if (lineOf[field.ordinal()] > 0) {
      fault(column, field.name(), "is given twice", "one value");
      return;
    }
    lineOf[field.ordinal()] = line;
    columnOf[field.ordinal()] = column;
    record.set(field, value);
    record.setUnit(field, unit);
  }

  private static boolean isOtherMessage(String key) {
    return key.startsWith("CCSDS_") && key.endsWith("_VERS") && !key.equals(VERSION);
  }

  private boolean startsUnversioned(String key) {
    return key.equals(OmmField.OBJECT_NAME.name())
        && (lineOf[OmmField.OBJECT_NAME.ordinal()] > 0 || lineOf[OmmField.EPOCH.ordinal()] > 0);
  }

  private void begin() {
    end();
    record.clear();
    Arrays.fill(lineOf, 0);
    firstLine = 0;
    faulty = false;
    foreign = false;
  }

  /** A message is reported once, by the first thing that is wrong with it. */
  private void fault(int column, String key, String whatIsWrong, String whatWouldBeRight) {
    if (!faulty) {
      skipped.add(file, line, column, key, whatIsWrong, whatWouldBeRight);
    }
    faulty = true;
  }

  private void end() {
    if (faulty || firstLine == 0) {
      return;
    }
    @Nullable MeanElements set = record.elements(this::place, skipped);
    if (set != null) {
      elements.add(set);
    }
  }

  private Place place(OmmField field) {
    int at = lineOf[field.ordinal()];
    return at > 0
        ? new Place(file, at, columnOf[field.ordinal()], field.name())
        : new Place(file, firstLine, 1, field.name());
  }

  /** The column of the first character from an index on that is no blank. */
  private static int column(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.codePointCount(0, at) + 1;
  }
}
