/** Tests of what monitoring is told. */
@NullMarked
package org.orbweaver.app.metrics;

import org.jspecify.annotations.NullMarked;
