package org.orbweaver.core.schedule;

/** Prefers the satellite with the most beams left, and of equally busy ones the highest. */
public final class LoadBalanced implements SelectionStrategy {
  /** Weight of the height against the load: enough to decide between equals, not more. */
  private static final double HEIGHT_WEIGHT = 1e-3;

  @Override
  public String name() {
    return "load-balanced";
  }

  @Override
  public double score(Sky sky, int candidate) {
    return HEIGHT_WEIGHT * sky.sinElevation(candidate) - sky.load(candidate);
  }

  @Override
  public boolean usesLoad() {
    return true;
  }
}
