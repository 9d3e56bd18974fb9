/** The borders of countries, as they come with the program. */
@NullMarked
package org.orbweaver.format.geo;

import org.jspecify.annotations.NullMarked;
