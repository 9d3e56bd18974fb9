/** Element sets, their propagation and the Earth-fixed snapshot of all satellites. */
@NullMarked
package org.orbweaver.core.orbit;

import org.jspecify.annotations.NullMarked;
