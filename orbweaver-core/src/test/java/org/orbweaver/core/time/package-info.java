/** Time: from instants through leap seconds to slots. */
@NullMarked
package org.orbweaver.core.time;

import org.jspecify.annotations.NullMarked;
