/** From a scenario file and what lies beside it to a network, or to all of its problems. */
@NullMarked
package org.orbweaver.format;

import org.jspecify.annotations.NullMarked;
