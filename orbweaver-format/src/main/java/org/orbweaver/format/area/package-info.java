/** Service areas from files: GeoJSON, and the cells of the H3 grid that stand for them. */
@NullMarked
package org.orbweaver.format.area;

import org.jspecify.annotations.NullMarked;
