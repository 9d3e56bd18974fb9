/** UTC, slots and leap seconds. Imports nothing of Orbweaver. */
@NullMarked
package org.orbweaver.core.time;

import org.jspecify.annotations.NullMarked;
