/**
 * The few calls of Linux that packets need, through the Foreign Function and Memory API: TUN
 * devices, network namespaces, routing netlink, and waiting with a deadline. Nothing here knows of
 * satellites.
 */
@NullMarked
package org.orbweaver.dataplane.linux;

import org.jspecify.annotations.NullMarked;
