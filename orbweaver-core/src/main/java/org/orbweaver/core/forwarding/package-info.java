/** Paths and their delays: what the data plane carries out. */
@NullMarked
package org.orbweaver.core.forwarding;

import org.jspecify.annotations.NullMarked;
