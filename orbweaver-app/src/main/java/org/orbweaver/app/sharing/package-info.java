/** How terminals share capacity by what they really send, in packets and through the proxy. */
@NullMarked
package org.orbweaver.app.sharing;

import org.jspecify.annotations.NullMarked;
