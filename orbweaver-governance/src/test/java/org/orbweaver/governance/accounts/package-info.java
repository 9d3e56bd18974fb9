/** Who has which line and terminal, who pays, and what follows when nobody does. */
@NullMarked
package org.orbweaver.governance.accounts;

import org.jspecify.annotations.NullMarked;
