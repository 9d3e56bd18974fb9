/**
 * Kernels on {@code jdk.incubator.vector}. Each is the twin of a plain one in core, gives the same
 * bits, and is kept only as long as a benchmark says that it is worth it. Where the incubator
 * module is absent nothing here is used, and nothing is missed.
 */
@NullMarked
package org.orbweaver.simd;

import org.jspecify.annotations.NullMarked;
