/**
 * A small program in the kernel that says when a packet was sent: the machine wakes the packet
 * thread some tens of microseconds later, and that lateness would otherwise be taken for delay of
 * the path. Written in the kernel's own byte code (RFC 9669) and loaded through bpf(2), so that no
 * compiler and no library is needed. Only root may load it; without it all works, less exactly.
 */
@NullMarked
package org.orbweaver.dataplane.bpf;

import org.jspecify.annotations.NullMarked;
