/** Packets: headers and queues by themselves, lines in virtual time, engines in real namespaces. */
@NullMarked
package org.orbweaver.dataplane.packet;

import org.jspecify.annotations.NullMarked;
