/**
 * Measures the packet engine from outside: programs in terminals' networks send and receive, by the
 * kernel's stamps of arrival.
 */
@NullMarked
package org.orbweaver.bench.packets;

import org.jspecify.annotations.NullMarked;
