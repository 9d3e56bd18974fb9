/** The nodes of a running network as they are at the moment, on a terminal or for programs. */
@NullMarked
package org.orbweaver.app.top;

import org.jspecify.annotations.NullMarked;
