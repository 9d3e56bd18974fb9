package org.orbweaver.format.elements;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.elements.Ranges.Element;

/**
 * The fields of an Orbit Mean-Elements Message that are read (CCSDS 502.0-B-3, section 4), by the
 * names that CelesTrak and Space-Track use in JSON and CSV. All others are passed over.
 */
enum OmmField {
  OBJECT_NAME(null, false),
  OBJECT_ID(null, false),
  NORAD_CAT_ID(null, false),
  EPOCH(null, true),
  MEAN_MOTION(Element.MEAN_MOTION, true),
  ECCENTRICITY(Element.ECCENTRICITY, true),
  INCLINATION(Element.INCLINATION, true),
  RA_OF_ASC_NODE(Element.RAAN, true),
  ARG_OF_PERICENTER(Element.ARG_PERIGEE, true),
  MEAN_ANOMALY(Element.MEAN_ANOMALY, true),
  BSTAR(Element.BSTAR, true),
  MEAN_MOTION_DOT(Element.MEAN_MOTION_DOT, true),
  EPHEMERIS_TYPE(null, false, "0", "2"),
  CENTER_NAME(null, false, "EARTH"),
  REF_FRAME(null, false, "TEME"),
  TIME_SYSTEM(null, false, "UTC"),
  MEAN_ELEMENT_THEORY(null, false, "SGP4", "SGP/SGP4");

  private static final OmmField[] ALL = values();

  final @Nullable Element element;
  final boolean required;

  /** The only values that an element set for SGP4 may have; empty where any is allowed. */
  final List<String> allowed;

  OmmField(@Nullable Element element, boolean required, String... allowed) {
    this.element = element;
    this.required = required;
    this.allowed = List.of(allowed);
  }

  /** The field of a name, or null. */
  static @Nullable OmmField of(String name) {
    for (OmmField field : ALL) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  static int count() {
    return ALL.length;
  }

  static OmmField at(int ordinal) {
    return ALL[ordinal];
  }
}
