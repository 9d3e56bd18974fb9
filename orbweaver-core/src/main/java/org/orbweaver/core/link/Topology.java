package org.orbweaver.core.link;

/**
 * Which links exist at a moment.
 *
 * @param terminals the satellites that each terminal has in view
 * @param gateways the satellites that each gateway has in view
 * @param lasers the links between satellites
 */
public record Topology(InView terminals, InView gateways, LaserLinks lasers) {}
