/**
 * Tests of the ledger: A formats, B tiles, C the durable log, D faults, E verification and
 * tampering, F monitors.
 */
@NullMarked
package org.orbweaver.governance.ledger;

import org.jspecify.annotations.NullMarked;
