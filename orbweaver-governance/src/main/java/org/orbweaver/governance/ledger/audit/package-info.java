/**
 * Checking a ledger from outside: everything recomputed from its entries, nothing believed that it
 * says about itself; and following it, so that what it says today agrees with what it said before.
 */
@NullMarked
package org.orbweaver.governance.ledger.audit;

import org.jspecify.annotations.NullMarked;
