/** Tests of the view of a running network. */
@NullMarked
package org.orbweaver.app.top;

import org.jspecify.annotations.NullMarked;
