/** Rates: how capacity is shared among the terminals of a slot. */
@NullMarked
package org.orbweaver.core.traffic;

import org.jspecify.annotations.NullMarked;
