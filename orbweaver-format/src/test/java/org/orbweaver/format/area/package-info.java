/** Areas from files. */
@NullMarked
package org.orbweaver.format.area;

import org.jspecify.annotations.NullMarked;
