/** Which satellite and gateway serve each terminal in a slot. */
@NullMarked
package org.orbweaver.core.schedule;

import org.jspecify.annotations.NullMarked;
