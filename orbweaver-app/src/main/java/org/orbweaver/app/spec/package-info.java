/** Spec files: what a scenario promises, and whether its plans keep it. */
@NullMarked
package org.orbweaver.app.spec;

import org.jspecify.annotations.NullMarked;
