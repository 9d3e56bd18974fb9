/** Tests of the program's door, in this process and as processes of their own. */
@NullMarked
package org.orbweaver.app;

import org.jspecify.annotations.NullMarked;
