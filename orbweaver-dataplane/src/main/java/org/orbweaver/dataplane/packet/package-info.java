/**
 * Real packets: one thread carries what the programs of all terminals send, each packet under the
 * delay, rate and loss that its path has at the moment that it passes.
 */
@NullMarked
package org.orbweaver.dataplane.packet;

import org.jspecify.annotations.NullMarked;
