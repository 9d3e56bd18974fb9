package org.orbweaver.governance.entry;

/**
 * Who must agree.
 *
 * @param people distinct people
 * @param pools distinct pools among them
 * @param organisations distinct organisations among them
 * @param overseers overseers among them
 */
public record QuorumRule(int people, int pools, int organisations, int overseers) {}
