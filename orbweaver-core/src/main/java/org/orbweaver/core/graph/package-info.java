/** Shortest paths and delay trees over the topology. */
@NullMarked
package org.orbweaver.core.graph;

import org.jspecify.annotations.NullMarked;
