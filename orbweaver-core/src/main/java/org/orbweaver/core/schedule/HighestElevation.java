package org.orbweaver.core.schedule;

/** Prefers the satellite that stands highest: the shortest path and the least atmosphere. */
public final class HighestElevation implements SelectionStrategy {
  public static final String NAME = "highest";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double score(Sky sky, int candidate) {
    return sky.sinElevation(candidate);
  }
}
