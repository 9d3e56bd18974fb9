package org.orbweaver.format.elements;

import java.util.Locale;

/** Element lines for tests, with their checksums. */
public final class TleText {
  private TleText() {}

  /** A name line and two lines of a satellite at about 550 km, from the given catalogue number. */
  public static String set(String name, String number) {
    return name
        + "\n"
        + line("1 " + number + "U 19074A   26141.25000000  .00001000  00000+0  10000-3 0  999")
        + "\n"
        + line("2 " + number + "  53.0000 120.0000 0001000  90.0000 270.0000 15.06000000 1000")
        + "\n";
  }

  /** Appends the checksum to 68 columns. */
  public static String line(String columns) {
    if (columns.length() != 68) {
      throw new IllegalArgumentException(columns.length() + " columns");
    }
    int sum = columns.chars().map(c -> c == '-' ? 1 : Math.max(0, Character.digit(c, 10))).sum();
    return columns + sum % 10;
  }

  /** A line with one place overwritten, from a column that counts from 1, its checksum right. */
  public static String with(String line, int column, String text) {
    String changed =
        line.substring(0, column - 1) + text + line.substring(column - 1 + text.length());
    return line(changed.substring(0, 68));
  }

  /** An OMM object as CelesTrak writes it: numbers as numbers. */
  public static String celestrak(String name, long number) {
    return String.format(
        Locale.ROOT,
        """
        {"OBJECT_NAME":"%s","OBJECT_ID":"2019-074A","EPOCH":"2026-05-21T06:00:00.000000",\
        "MEAN_MOTION":15.06,"ECCENTRICITY":0.0001,"INCLINATION":53,"RA_OF_ASC_NODE":120,\
        "ARG_OF_PERICENTER":90,"MEAN_ANOMALY":270,"EPHEMERIS_TYPE":0,"CLASSIFICATION_TYPE":"U",\
        "NORAD_CAT_ID":%d,"ELEMENT_SET_NO":999,"REV_AT_EPOCH":1000,"BSTAR":0.0001,\
        "MEAN_MOTION_DOT":1.0e-5,"MEAN_MOTION_DDOT":0}\
        """,
        name,
        number);
  }

  /** An OMM object as Space-Track writes it: numbers as texts, and more fields. */
  public static String spaceTrack(String name, long number) {
    return String.format(
        Locale.ROOT,
        """
        {"CCSDS_OMM_VERS":"3.0","COMMENT":"GENERATED","ORIGINATOR":"18 SPCS","OBJECT_NAME":"%s",\
        "OBJECT_ID":"2019-074A","CENTER_NAME":"EARTH","REF_FRAME":"TEME","TIME_SYSTEM":"UTC",\
        "MEAN_ELEMENT_THEORY":"SGP4","EPOCH":"2026-05-21T06:00:00.000000",\
        "MEAN_MOTION":"15.06000000","ECCENTRICITY":"0.00010000","INCLINATION":"53.0000",\
        "RA_OF_ASC_NODE":"120.0000","ARG_OF_PERICENTER":"90.0000","MEAN_ANOMALY":"270.0000",\
        "EPHEMERIS_TYPE":"0","NORAD_CAT_ID":"%d","BSTAR":"0.00010000000000",\
        "MEAN_MOTION_DOT":"0.00001000","MEAN_MOTION_DDOT":"0.0000000000000","DECAY_DATE":null,\
        "TLE_LINE0":"0 %s"}\
        """,
        name,
        number,
        name);
  }
}
