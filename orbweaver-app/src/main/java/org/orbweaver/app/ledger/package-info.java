/** The ledger and its witnesses over HTTP: what serves them, and what asks them. */
@NullMarked
package org.orbweaver.app.ledger;

import org.jspecify.annotations.NullMarked;
