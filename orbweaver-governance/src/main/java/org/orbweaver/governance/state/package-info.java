/**
 * What a governed ledger means: an ordered fold over its entries. The office asks it before it
 * appends, a verifier after; both get the same answer, because time comes from entries only.
 */
@NullMarked
package org.orbweaver.governance.state;

import org.jspecify.annotations.NullMarked;
