package org.orbweaver.governance.entry;

import java.time.Instant;
import org.orbweaver.governance.merkle.Hash;

/**
 * A preview of what a decision would do, fixed by its hash. How many lines it touches stands in the
 * preview, rounded where single people could be recognised.
 *
 * @param preview hash of the preview's canonical bytes
 * @param computed when
 */
public record Impact(Hash preview, Instant computed) {}
