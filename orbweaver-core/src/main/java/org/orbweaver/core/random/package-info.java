/** Random numbers that depend on nothing but their place. Imports nothing of Orbweaver. */
@NullMarked
package org.orbweaver.core.random;

import org.jspecify.annotations.NullMarked;
