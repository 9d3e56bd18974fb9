/** Tests of bundles: made from the example ledger, checked by us and by other people's tools. */
@NullMarked
package org.orbweaver.governance.bundle;

import org.jspecify.annotations.NullMarked;
