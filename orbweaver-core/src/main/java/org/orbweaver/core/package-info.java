/** From a network and a slot to the plan of that slot; the packages below hold its steps. */
@NullMarked
package org.orbweaver.core;

import org.jspecify.annotations.NullMarked;
