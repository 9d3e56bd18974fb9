/** Previews as commands read and write them: a table of lines in, rows out. */
@NullMarked
package org.orbweaver.app.preview;

import org.jspecify.annotations.NullMarked;
