/** How near the model's choice of satellites comes to what has been measured. */
@NullMarked
package org.orbweaver.app.choice;

import org.jspecify.annotations.NullMarked;
