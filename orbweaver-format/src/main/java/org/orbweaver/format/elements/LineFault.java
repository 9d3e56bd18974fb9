package org.orbweaver.format.elements;

/** Ends the reading of one element set; carries what the report needs. Has no stack trace. */
final class LineFault extends Exception {
  private static final long serialVersionUID = 1;

  private final int column;
  private final String key;
  private final String whatIsWrong;
  private final String whatWouldBeRight;

  LineFault(int column, String key, String whatIsWrong, String whatWouldBeRight) {
    super(whatIsWrong, null, false, false);
    this.column = column;
    this.key = key;
    this.whatIsWrong = whatIsWrong;
    this.whatWouldBeRight = whatWouldBeRight;
  }

  int column() {
    return column;
  }

  String key() {
    return key;
  }

  String whatIsWrong() {
    return whatIsWrong;
  }

  String whatWouldBeRight() {
    return whatWouldBeRight;
  }
}
