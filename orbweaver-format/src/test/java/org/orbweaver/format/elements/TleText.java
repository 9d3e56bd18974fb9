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

  /** An OMM as Space-Track and CelesTrak write it in XML, without the XML declaration. */
  public static String xml(String name, String number) {
    return """
    <omm id="CCSDS_OMM_VERS" version="3.0">
      <header><COMMENT>GENERATED</COMMENT><CREATION_DATE/><ORIGINATOR>18 SPCS</ORIGINATOR></header>
      <body>
        <segment>
          <metadata>
            <OBJECT_NAME>NAME</OBJECT_NAME>
            <OBJECT_ID>2019-074A</OBJECT_ID>
            <CENTER_NAME>EARTH</CENTER_NAME>
            <REF_FRAME>TEME</REF_FRAME>
            <TIME_SYSTEM>UTC</TIME_SYSTEM>
            <MEAN_ELEMENT_THEORY>SGP4</MEAN_ELEMENT_THEORY>
          </metadata>
          <data>
            <meanElements>
              <EPOCH>2026-05-21T06:00:00.000000</EPOCH>
              <MEAN_MOTION units="rev/day">15.06</MEAN_MOTION>
              <ECCENTRICITY>.0001</ECCENTRICITY>
              <INCLINATION units="deg">53.0000</INCLINATION>
              <RA_OF_ASC_NODE units="deg">120.0000</RA_OF_ASC_NODE>
              <ARG_OF_PERICENTER units="deg">90.0000</ARG_OF_PERICENTER>
              <MEAN_ANOMALY units="deg">270.0000</MEAN_ANOMALY>
            </meanElements>
            <tleParameters>
              <EPHEMERIS_TYPE>0</EPHEMERIS_TYPE>
              <CLASSIFICATION_TYPE>U</CLASSIFICATION_TYPE>
              <NORAD_CAT_ID>NUMBER</NORAD_CAT_ID>
              <ELEMENT_SET_NO>999</ELEMENT_SET_NO>
              <REV_AT_EPOCH>1000</REV_AT_EPOCH>
              <BSTAR units="1/ER">.0001</BSTAR>
              <MEAN_MOTION_DOT units="rev/day**2">.00001</MEAN_MOTION_DOT>
              <MEAN_MOTION_DDOT units="rev/day**3">0</MEAN_MOTION_DDOT>
            </tleParameters>
            <userDefinedParameters>
              <USER_DEFINED parameter="OBJECT_TYPE">PAYLOAD</USER_DEFINED>
            </userDefinedParameters>
          </data>
        </segment>
      </body>
    </omm>
    """
        .replace("NAME<", name + "<")
        .replace("NUMBER", number);
  }

  /** Messages as one document. */
  public static String ndm(String... messages) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<ndm xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:noNamespaceSchemaLocation=\"https://example.org/ndmxml-3.0.0-master.xsd\">\n"
        + String.join("", messages)
        + "</ndm>\n";
  }

  /** An OMM in lines of KEY = VALUE. */
  public static String kvn(String name, String number) {
    return """
    CCSDS_OMM_VERS = 3.0
    COMMENT GENERATED VIA AN API = TRUE
    CREATION_DATE = 2026-05-21T07:00:00
    ORIGINATOR = 18 SPCS

    OBJECT_NAME = NAME
    OBJECT_ID = 2019-074A
    CENTER_NAME = EARTH
    REF_FRAME = TEME
    TIME_SYSTEM = UTC
    MEAN_ELEMENT_THEORY = SGP4

    EPOCH = 2026-05-21T06:00:00.000000
    MEAN_MOTION         = 15.06 [rev/day]
    ECCENTRICITY        = .0001
    INCLINATION         = 53.0000 [deg]
    RA_OF_ASC_NODE      = 120.0000 [deg]
    ARG_OF_PERICENTER   = 90.0000 [deg]
    MEAN_ANOMALY        = 270.0000 [deg]
    EPHEMERIS_TYPE      = 0
    NORAD_CAT_ID        = NUMBER
    BSTAR               = .0001 [1/ER]
    MEAN_MOTION_DOT     = .00001 [rev/day**2]
    MEAN_MOTION_DDOT    = 0 [rev/day**3]
    USER_DEFINED_OBJECT_TYPE = PAYLOAD
    """
        .replace("NAME = NAME", "NAME = " + name)
        .replace("NUMBER", number);
  }
}
