/** What a plan does to the traffic of terminals, written out for other programs to replay. */
@NullMarked
package org.orbweaver.app.trace;

import org.jspecify.annotations.NullMarked;
