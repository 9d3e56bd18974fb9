/** Orbits: from constants through verification cases to whole constellations. */
@NullMarked
package org.orbweaver.core.orbit;

import org.jspecify.annotations.NullMarked;
