/**
 * The live network: the fold of slots with a clock. It plans each slot before it begins, publishes
 * the plan to the data plane, and keeps one process to one network.
 */
@NullMarked
package org.orbweaver.app.live;

import org.jspecify.annotations.NullMarked;
