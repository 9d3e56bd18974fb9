/** Sites on the WGS84 ellipsoid, look angles, the geostationary arc, what is in view. */
@NullMarked
package org.orbweaver.core.geometry;

import org.jspecify.annotations.NullMarked;
