package org.orbweaver.governance.state;

import java.time.Instant;

/**
 * What somebody said on the text of a case as it is.
 *
 * @param time when they signed
 */
public record Ballot(String person, boolean yes, Instant time) {}
