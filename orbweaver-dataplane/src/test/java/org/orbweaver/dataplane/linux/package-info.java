/** Helps tests with raw packets. */
@NullMarked
package org.orbweaver.dataplane.linux;

import org.jspecify.annotations.NullMarked;
