package org.orbweaver.core;

/** Why a PoP is a terminal's home, from the strongest reason to none. */
public enum HomePopReason {
  /** The terminal names it. */
  EXPLICIT,
  /** The terminal is in an area that has it. */
  AREA,
  /** The terminal is in a country that has it. */
  COUNTRY,
  /** It is the nearest of those that serve the terminal's country. */
  NEAREST,
  /** There is no PoP that serves the terminal. */
  NONE
}
