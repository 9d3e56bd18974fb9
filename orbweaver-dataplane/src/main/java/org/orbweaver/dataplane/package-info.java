/**
 * Real traffic under the plan's delay, rate and handovers. A program speaks SOCKS5 to {@link
 * org.orbweaver.dataplane.DataPlane}; its bytes pass the terminal's shapers and delay lines both
 * ways. What the paths are is told by {@link org.orbweaver.dataplane.PathView}; nothing here
 * computes a route.
 */
@NullMarked
package org.orbweaver.dataplane;

import org.jspecify.annotations.NullMarked;
