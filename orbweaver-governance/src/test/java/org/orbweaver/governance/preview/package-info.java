/** Previews: their one form, what is public in them, how far they drift. */
@NullMarked
package org.orbweaver.governance.preview;

import org.jspecify.annotations.NullMarked;
