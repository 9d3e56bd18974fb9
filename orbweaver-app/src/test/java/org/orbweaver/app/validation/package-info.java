/** The planner's numbers against somebody else's: other tools, and measurements of the sky. */
@NullMarked
package org.orbweaver.app.validation;

import org.jspecify.annotations.NullMarked;
