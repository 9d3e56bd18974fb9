/** From the files of other simulators to a scenario of ours: texts, not yet written anywhere. */
@NullMarked
package org.orbweaver.format.foreign;

import org.jspecify.annotations.NullMarked;
