/**
 * Real packets in a live network: gives each node that is asked for a network namespace, keeps its
 * addresses, and tells the packet engine what the plan says of its path.
 */
@NullMarked
package org.orbweaver.app.packets;

import org.jspecify.annotations.NullMarked;
