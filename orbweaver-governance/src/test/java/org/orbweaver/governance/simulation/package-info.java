/**
 * The office in a simulated world: people, clocks, crashes and attacks from a seed, and what must
 * hold after each step, written down a second time and otherwise than in the fold.
 */
@NullMarked
package org.orbweaver.governance.simulation;

import org.jspecify.annotations.NullMarked;
