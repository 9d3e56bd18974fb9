/**
 * The ledger on a disk: one writer, entries acknowledged only when they outlast a power cut, and a
 * folder that any HTTP server can serve.
 */
@NullMarked
package org.orbweaver.governance.ledger.store;

import org.jspecify.annotations.NullMarked;
