package org.orbweaver.format.elements;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.elements.Ranges.Element;

/**
 * The fields of an Orbit Mean-Elements Message that are read, by the keywords of CCSDS 502.0-B-3,
 * section 4, which CelesTrak and Space-Track use in all four forms. All others are passed over.
 */
enum OmmField {
  OBJECT_NAME,
  OBJECT_ID,
  NORAD_CAT_ID,
  EPOCH(true),
  MEAN_MOTION(Element.MEAN_MOTION, "rev/day"),
  ECCENTRICITY(Element.ECCENTRICITY, ""),
  INCLINATION(Element.INCLINATION, "deg"),
  RA_OF_ASC_NODE(Element.RAAN, "deg"),
  ARG_OF_PERICENTER(Element.ARG_PERIGEE, "deg"),
  MEAN_ANOMALY(Element.MEAN_ANOMALY, "deg"),
  BSTAR(Element.BSTAR, "1/ER"),
  MEAN_MOTION_DOT(Element.MEAN_MOTION_DOT, "rev/day**2"),
  EPHEMERIS_TYPE("0 or 2, which are SGP4: 4 is SGP4-XP, another theory", "0", "2"),
  CENTER_NAME("EARTH", "EARTH"),
  REF_FRAME("TEME, the frame of SGP4", "TEME"),
  TIME_SYSTEM("UTC", "UTC"),
  MEAN_ELEMENT_THEORY(
      "SGP4: the elements of another theory give wrong positions in it", "SGP4", "SGP/SGP4");

  private static final OmmField[] ALL = values();
  private static final Map<String, OmmField> BY_NAME =
      Arrays.stream(ALL).collect(Collectors.toUnmodifiableMap(OmmField::name, f -> f));

  final @Nullable Element element;
  final boolean required;

  /** The unit that its values have, as KVN and XML write it; empty where they have none. */
  final String unit;

  /** What would be right where the value is none of those allowed. */
  final String expected;

  private final List<String> allowed;

  OmmField() {
    this(false);
  }

  OmmField(boolean required) {
    this(null, required, "", "", List.of());
  }

  OmmField(Element element, String unit) {
    this(element, true, unit, "", List.of());
  }

  /** A field that need not be there, but may have no values other than these. */
  OmmField(String expected, String... allowed) {
    this(null, false, "", expected, List.of(allowed));
  }

  OmmField(
      @Nullable Element element,
      boolean required,
      String unit,
      String expected,
      List<String> allowed) {
    this.element = element;
    this.required = required;
    this.unit = unit;
    this.expected = expected;
    this.allowed = allowed;
  }

  /** Whether an element set for SGP4 may have this value; case does not matter in an OMM. */
  boolean allows(String text) {
    return allowed.isEmpty() || allowed.stream().anyMatch(text::equalsIgnoreCase);
  }

  /** The field of a name, or null. */
  static @Nullable OmmField of(String name) {
    return BY_NAME.get(name);
  }

  static int count() {
    return ALL.length;
  }

  static OmmField at(int ordinal) {
    return ALL[ordinal];
  }
}
