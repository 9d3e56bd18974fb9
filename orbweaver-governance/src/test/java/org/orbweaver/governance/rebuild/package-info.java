/** A store beside its ledger. */
@NullMarked
package org.orbweaver.governance.rebuild;

import org.jspecify.annotations.NullMarked;
