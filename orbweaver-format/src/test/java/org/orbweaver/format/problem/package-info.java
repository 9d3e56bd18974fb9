@NullMarked
package org.orbweaver.format.problem;

import org.jspecify.annotations.NullMarked;
