@NullMarked
package org.orbweaver.format.geo;

import org.jspecify.annotations.NullMarked;
