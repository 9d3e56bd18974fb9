/** Tests of the writers. */
@NullMarked
package org.orbweaver.app.output;

import org.jspecify.annotations.NullMarked;
