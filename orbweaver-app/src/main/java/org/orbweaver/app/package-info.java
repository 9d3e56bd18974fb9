/** The program's door: arguments in, results on one stream, messages on the other, an exit code. */
@NullMarked
package org.orbweaver.app;

import org.jspecify.annotations.NullMarked;
