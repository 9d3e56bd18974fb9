package org.orbweaver.core.graph;

/**
 * What links cost at a moment where ways are not chosen by their delay. In the unit of {@link
 * Delay}; from {@link Delay#UNREACHABLE_FS} up a link is never used. Directions are those of
 * traffic from a terminal.
 */
public interface LinkCosts {
  /** Of a laser link of a length, metres, from one satellite to another. */
  long laserFs(int from, int to, double lengthM);

  /** Of the link from a satellite down to a gateway, its length in metres. */
  long feederFs(int satellite, int gateway, double rangeM);
}
