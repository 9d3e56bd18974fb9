package org.orbweaver.dataplane.packet;

/** How much a link is asked to carry, from its terminal and toward it. */
public record LinkGauges(Gauge up, Gauge down) {}
