/** What a scenario file declares, and the network that it resolves to. */
@NullMarked
package org.orbweaver.core.scenario;

import org.jspecify.annotations.NullMarked;
