/** Tests of the durable log: A what it does, B crashes and full disks simulated, C real kills. */
@NullMarked
package org.orbweaver.governance.ledger.store;

import org.jspecify.annotations.NullMarked;
