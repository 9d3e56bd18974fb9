/** Tests of the live network, from the clock to a real process with real traffic. */
@NullMarked
package org.orbweaver.app.live;

import org.jspecify.annotations.NullMarked;
