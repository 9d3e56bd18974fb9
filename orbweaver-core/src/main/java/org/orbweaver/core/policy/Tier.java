package org.orbweaver.core.policy;

/** Whose word counts before whose, strongest first. */
public enum Tier {
  /** A licence that is missing, or a prohibition by law or court. */
  PROHIBITION,
  /** A safety exemption: emergency, hospital, relief. */
  EXEMPTION,
  /** What is decided about the terminal itself, or follows from its line's funding. */
  TERMINAL,
  /** A rule of the smallest area that the terminal is in. */
  SMALLEST_AREA,
  /** A rule of a larger area, or of the country. */
  PARENT_AREA,
  /** A rule about all terminals, or the network's default where there is none. */
  DEFAULT
}
