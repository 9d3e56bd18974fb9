package org.orbweaver.governance.entry;

import java.time.Instant;
import org.orbweaver.governance.merkle.Hash;

/**
 * What a preview says, as far as rules depend on it.
 *
 * @param preview hash of the preview's canonical bytes
 * @param computed when
 * @param lines that it would touch
 * @param essentialLines of hospitals, emergency and relief among them
 */
public record Impact(Hash preview, Instant computed, long lines, long essentialLines) {}
