package org.orbweaver.core.schedule;

/** Prefers the satellite that stays above the mask longest, whichever served before. */
public final class LongestPass implements SelectionStrategy {
  @Override
  public String name() {
    return "longest";
  }

  @Override
  public double score(Sky sky, int candidate) {
    return sky.remainingS(candidate);
  }
}
