/** Benchmarks of the goals; never shipped. */
@NullMarked
package org.orbweaver.bench;

import org.jspecify.annotations.NullMarked;
