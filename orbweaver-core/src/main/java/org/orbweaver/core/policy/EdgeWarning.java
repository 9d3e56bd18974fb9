package org.orbweaver.core.policy;

/**
 * A moving terminal that is served nears a border beyond which it would not be.
 *
 * @param area the border's area
 * @param distanceM how far it is
 * @param beyond the verdict that waits there
 */
public record EdgeWarning(String area, double distanceM, Verdict beyond) {}
