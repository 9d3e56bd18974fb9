/** Who may be served: service areas, decisions, and what they come to for each terminal. */
@NullMarked
package org.orbweaver.core.policy;

import org.jspecify.annotations.NullMarked;
