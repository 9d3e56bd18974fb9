/** How far the model is from what has been measured, check by check. */
@NullMarked
package org.orbweaver.app.validate;

import org.jspecify.annotations.NullMarked;
