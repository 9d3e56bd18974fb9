/**
 * The public ledger's formats, as C2SP writes them: checkpoints, tiles and bundles, proofs,
 * policies of trust; and what may be done by a proof of them.
 */
@NullMarked
package org.orbweaver.governance.ledger;

import org.jspecify.annotations.NullMarked;
