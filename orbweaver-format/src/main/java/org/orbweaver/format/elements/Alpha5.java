package org.orbweaver.format.elements;

/**
 * Catalogue numbers above 99,999 in five places: a letter A to Z without I and O stands for the
 * first two digits 10 to 33 (Space-Track, "Alpha-5").
 */
final class Alpha5 {
  private Alpha5() {}

  static boolean isLetter(int c) {
    return c >= 'A' && c <= 'Z' && c != 'I' && c != 'O';
  }

  /** The two digits that a letter stands for. */
  static int leading(int letter) {
    return 10 + letter - 'A' - (letter > 'I' ? 1 : 0) - (letter > 'O' ? 1 : 0);
  }
}
