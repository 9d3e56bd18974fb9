/** Which radio and laser links exist at a moment: the topology. */
@NullMarked
package org.orbweaver.core.link;

import org.jspecify.annotations.NullMarked;
