package org.orbweaver.core.traffic;

/** Rates that a fifth of all moments stays below, half does, and four fifths do; bit/s. */
public record RateQuantiles(double p20Bps, double p50Bps, double p80Bps) {}
