/**
 * What stands in a governed ledger: one record for each kind of entry, and their strict JSON. An
 * entry says who acts, when, upon what; whether it may act is for {@code state} to say.
 */
@NullMarked
package org.orbweaver.governance.entry;

import org.jspecify.annotations.NullMarked;
