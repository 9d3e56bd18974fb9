package org.orbweaver.core.schedule;

/** Keeps the satellite of the slot before as long as the rules allow, then takes the longest. */
public final class FewestHandovers implements SelectionStrategy {
  @Override
  public String name() {
    return "fewest-handovers";
  }

  @Override
  public double score(Sky sky, int candidate) {
    return sky.isServing(candidate) ? Double.POSITIVE_INFINITY : sky.remainingS(candidate);
  }
}
