/**
 * A case as one folder that needs nothing else: a page to read, the entries as they were signed,
 * proofs that they are in the ledger, and the lines with which other people's tools check it.
 */
@NullMarked
package org.orbweaver.governance.bundle;

import org.jspecify.annotations.NullMarked;
