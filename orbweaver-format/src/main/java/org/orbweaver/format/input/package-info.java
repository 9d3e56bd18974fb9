/** Files as bytes and text, with limits, so that no file can exhaust memory. */
@NullMarked
package org.orbweaver.format.input;

import org.jspecify.annotations.NullMarked;
