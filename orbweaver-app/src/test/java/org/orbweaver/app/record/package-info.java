/** Tests of records. */
@NullMarked
package org.orbweaver.app.record;

import org.jspecify.annotations.NullMarked;
