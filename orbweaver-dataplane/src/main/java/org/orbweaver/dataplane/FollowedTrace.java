package org.orbweaver.dataplane;

/**
 * A recorded trace that a terminal's traffic meets in place of the model, as far as it knows.
 *
 * @param name what people call it
 * @param hasDelays whether delays and gaps are its own
 * @param hasRates whether rates are
 * @param hasLoss whether loss is
 */
public record FollowedTrace(String name, boolean hasDelays, boolean hasRates, boolean hasLoss) {}
