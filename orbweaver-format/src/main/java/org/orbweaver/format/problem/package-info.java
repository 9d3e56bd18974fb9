/** What is wrong with a file, and where. Imports nothing of Orbweaver. */
@NullMarked
package org.orbweaver.format.problem;

import org.jspecify.annotations.NullMarked;
