package org.orbweaver.format.elements;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.shape.Scalars;

/** One OMM record while it is read: the texts of its fields, then the element set they make. */
final class OmmRecord {
  private static final int LONGEST_NAME = 100;
  private static final int HIGHEST_ID = 999_999_999;

  private final @Nullable String[] texts = new @Nullable String[OmmField.count()];
  private final @Nullable String[] units = new @Nullable String[OmmField.count()];

  void clear() {
    Arrays.fill(texts, null);
    Arrays.fill(units, null);
  }

  /** Sets a field; empty text means that the record does not give it. */
  void set(OmmField field, @Nullable String text) {
    texts[field.ordinal()] = text == null || text.isEmpty() ? null : text;
  }

  /** Sets the unit that the record gives for a field, or null where it gives none. */
  void setUnit(OmmField field, @Nullable String unit) {
    units[field.ordinal()] = unit;
  }

  boolean has(OmmField field) {
    return texts[field.ordinal()] != null;
  }

  /**
   * The element set, or null where the record has a fault, the first of which is reported.
   *
   * @param place where a field stands; where the record does not give it, where the record begins
   */
  @Nullable MeanElements elements(Function<OmmField, Place> place, Problems skipped) {
    double[] values = new double[OmmField.count()];
    for (int i = 0; i < values.length; i++) {
      OmmField field = OmmField.at(i);
      String text = texts[i];
      String expected = null;
      if (text == null) {
        expected = field.required ? "a value" : null;
      } else if (field.element != null) {
        Double value = Scalars.number(text);
        values[i] = value == null ? Double.NaN : value;
        expected = field.element.fault(values[i]);
      } else if (!field.allows(text)) {
        expected = field.expected;
      }
      if (expected != null) {
        String wrong = text == null ? "is missing" : "is " + Words.quote(text);
        skipped.add(place.apply(field).problem(wrong, expected));
        return null;
      }
      String unit = units[i];
      if (unit != null && field.element != null && !unit.equalsIgnoreCase(field.unit)) {
        String right = field.unit.isEmpty() ? "no unit" : "in " + field.unit;
        skipped.add(place.apply(field).problem("has the unit " + Words.quote(unit), right));
        return null;
      }
    }
    return elements(values, place, skipped);
  }

  private @Nullable MeanElements elements(
      double[] values, Function<OmmField, Place> place, Problems skipped) {
    Long epochNs = epochNs(text(OmmField.EPOCH));
    if (epochNs == null) {
      skipped.add(
          place
              .apply(OmmField.EPOCH)
              .problem(
                  "is " + Words.quote(text(OmmField.EPOCH)),
                  "UTC, such as 2026-05-21T00:00:00.000000"));
      return null;
    }
    Integer id = has(OmmField.NORAD_CAT_ID) ? number(text(OmmField.NORAD_CAT_ID)) : (Integer) 0;
    if (id == null || id < 0 || id > HIGHEST_ID) {
      skipped.add(
          place
              .apply(OmmField.NORAD_CAT_ID)
              .problem(
                  "is " + Words.quote(text(OmmField.NORAD_CAT_ID)),
                  "up to nine digits, or Alpha-5"));
      return null;
    }
    String name = text(OmmField.OBJECT_NAME).strip();
    if (name.length() > LONGEST_NAME) {
      skipped.add(
          place
              .apply(OmmField.OBJECT_NAME)
              .problem("has " + name.length() + " characters", "at most " + LONGEST_NAME));
      return null;
    }
    double perS = Ranges.RAD_PER_S_OF_REV_PER_DAY;
    return new MeanElements(
        name.isEmpty() ? "NORAD-" + id : name,
        id,
        text(OmmField.OBJECT_ID),
        epochNs,
        values[OmmField.MEAN_MOTION.ordinal()] * perS,
        values[OmmField.MEAN_MOTION_DOT.ordinal()] * perS / 86400,
        values[OmmField.ECCENTRICITY.ordinal()],
        Math.toRadians(values[OmmField.INCLINATION.ordinal()]),
        Math.toRadians(values[OmmField.RA_OF_ASC_NODE.ordinal()]),
        Math.toRadians(values[OmmField.ARG_OF_PERICENTER.ordinal()]),
        Math.toRadians(values[OmmField.MEAN_ANOMALY.ordinal()]),
        values[OmmField.BSTAR.ordinal()]);
  }

  /** A catalogue number in digits, or in the five places of Alpha-5; null where it is neither. */
  private static @Nullable Integer number(String text) {
    boolean alpha5 = text.length() == 5 && Alpha5.isLetter(text.charAt(0));
    Integer digits = Scalars.integer(alpha5 ? text.substring(1) : text);
    return !alpha5 || digits == null || digits < 0
        ? digits
        : (Integer) (10_000 * Alpha5.leading(text.charAt(0)) + digits);
  }

  private String text(OmmField field) {
    String text = texts[field.ordinal()];
    return text == null ? "" : text;
  }

  /** CCSDS time code A or B, a Z at its end allowed: a date or a day of the year, then a time. */
  private static @Nullable Long epochNs(String text) {
    String bare = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    boolean dayOfYear = bare.length() > 8 && bare.charAt(4) == '-' && bare.charAt(8) == 'T';
    try {
      LocalDateTime time =
          LocalDateTime.parse(
              bare, dayOfYear ? DateTimeFormats.ORDINAL : DateTimeFormatter.ISO_LOCAL_DATE_TIME);
      long ns = Utc.ofInstant(time.toInstant(ZoneOffset.UTC));
      return Ranges.isEpoch(ns) ? (Long) ns : null;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }
}
