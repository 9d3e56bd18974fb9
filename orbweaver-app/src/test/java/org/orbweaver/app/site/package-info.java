/** Tests of what is said about sites. */
@NullMarked
package org.orbweaver.app.site;

import org.jspecify.annotations.NullMarked;
