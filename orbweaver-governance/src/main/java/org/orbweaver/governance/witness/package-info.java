/**
 * Witnesses: whoever cosigns a log's checkpoints after seeing that it has only grown, and how a log
 * asks for that (c2sp.org/tlog-witness). Without HTTP, which the app has.
 */
@NullMarked
package org.orbweaver.governance.witness;

import org.jspecify.annotations.NullMarked;
