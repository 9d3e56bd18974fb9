/** Tests of audits: A tampering of every kind, B monitors and evidence. */
@NullMarked
package org.orbweaver.governance.ledger.audit;

import org.jspecify.annotations.NullMarked;
