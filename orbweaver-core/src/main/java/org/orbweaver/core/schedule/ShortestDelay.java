package org.orbweaver.core.schedule;

/** The least delay: links cost what they take. The planner knows it and asks it nothing. */
public final class ShortestDelay implements RoutingStrategy {
  public static final String NAME = "shortest-delay";

  @Override
  public String name() {
    return NAME;
  }
}
