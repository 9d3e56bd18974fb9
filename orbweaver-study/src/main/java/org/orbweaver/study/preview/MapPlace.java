package org.orbweaver.study.preview;

/**
 * A line on a map, before it is counted together with others.
 *
 * @param latDeg WGS84, degrees north
 * @param lonDeg degrees east, of any turn
 * @param decided whether the decision is about it
 * @param people behind it
 * @param outcome what the decision does to it
 */
record MapPlace(double latDeg, double lonDeg, boolean decided, int people, Outcome outcome) {}
