/** What is decided, made anew from the ledger, beside what a store says of it. */
@NullMarked
package org.orbweaver.governance.rebuild;

import org.jspecify.annotations.NullMarked;
